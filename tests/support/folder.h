/* Folders that a test makes for itself and removes. */
#ifndef TESTS_SUPPORT_FOLDER_H
#define TESTS_SUPPORT_FOLDER_H

char *folder_new(void); /* its path; the caller's */
void folder_remove(char *path); /* with all that is in it; frees the path */
char *folder_path(const char *folder, const char *below); /* the caller's */

#endif
