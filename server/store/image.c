/* Images: a database as bytes, in memory and in files. */
#include <fcntl.h>
#include <sys/stat.h>

#include "base/must.h"
#include "store/internal.h"

struct store_image
store_image(struct store *s)
{
	sqlite3_int64 n = 0;

	must(!s->inside);
	unsigned char *bytes = sqlite3_serialize(s->db, "main", &n, 0);
	/* A database in WAL mode says so in its header; in memory there is no
	 * WAL, and such an image could not be opened. */
	if (bytes != NULL && n > 20)
		bytes[18] = bytes[19] = 1;
	return (struct store_image){ bytes, (size_t)n };
}

void
store_image_free(struct store_image *image)
{
	sqlite3_free(image->bytes);
	*image = (struct store_image){ 0 };
}

struct store_image
store_image_copy(const struct store_image *image)
{
	struct store_image copy = { sqlite3_malloc64(image->size), image->size };

	must(copy.bytes != NULL);
	memcpy(copy.bytes, image->bytes, image->size);
	return copy;
}

static size_t
read_whole(int fd, unsigned char *bytes, size_t size)
{
	size_t done = 0;

	while (done < size) {
		ssize_t n = read(fd, bytes + done, size - done);
		if (n <= 0)
			break;
		done += (size_t)n;
	}
	return done;
}

struct store_image
store_image_read(const char *path)
{
	struct store_image image = { 0 };
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return image;
	if (fstat(fd, &st) == 0 && st.st_size > 0) {
		image.size = (size_t)st.st_size;
		image.bytes = sqlite3_malloc64(image.size);
		must(image.bytes != NULL);
		if (read_whole(fd, image.bytes, image.size) != image.size)
			store_image_free(&image);
	}
	close(fd);
	return image;
}

static bool
write_whole(int fd, const unsigned char *bytes, size_t size)
{
	while (size > 0) {
		ssize_t n = write(fd, bytes, size);
		if (n <= 0)
			return false;
		bytes += n;
		size -= (size_t)n;
	}
	return fsync(fd) == 0;
}

bool
store_image_write(const struct store_image *image, const char *path)
{
	char beside[4096];
	int n = snprintf(beside, sizeof(beside), "%s.new", path);

	if (image->bytes == NULL || n < 0 || (size_t)n >= sizeof(beside))
		return false;
	int fd = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd < 0)
		return false;
	bool good = write_whole(fd, image->bytes, image->size);
	good = close(fd) == 0 && good;
	good = good && rename(beside, path) == 0;
	if (!good)
		unlink(beside);
	return good;
}
