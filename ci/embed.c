/* embed FILE... : prints the C source of server/base/embedded.h's table. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static int
print_file(const char *path, int number)
{
	FILE *f = fopen(path, "rb");
	int c, column = 0;

	if (f == NULL) {
		perror(path);
		return 1;
	}
	printf("static const unsigned char file_%d[] = {\n", number);
	while ((c = getc(f)) != EOF)
		printf(++column % 24 == 0 ? "%d,\n" : "%d,", c);
	printf("0 };\n");
	fclose(f);
	return 0;
}

int
main(int argc, char **argv)
{
	int bad = 0;

	qsort(argv + 1, (size_t)argc - 1, sizeof(*argv), by_name);
	printf("#include \"base/embedded.h\"\n");
	for (int i = 1; i < argc; i++)
		bad |= print_file(argv[i], i);
	printf("const struct embedded embedded_files[] = {\n");
	for (int i = 1; i < argc; i++)
		printf(
		    "\t{ \"%s\", (const char *)file_%d, sizeof(file_%d) - 1 },\n", argv[i], i, i);
	printf("};\nconst size_t embedded_count = %d;\n", argc - 1);
	return bad;
}
