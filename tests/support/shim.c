#include "tests/support/shim.h"

#include <sqlite3.h>
#include <stdatomic.h>

static struct {
	sqlite3_vfs vfs, *under;
	sqlite3_io_methods io;
	_Atomic long count[SHIM_CALLS];
	enum shim_call call;
	long at;
	enum shim_end end;
} shim;

struct file {
	sqlite3_file base;
	sqlite3_file *under;
};

static sqlite3_file *
under(sqlite3_file *f)
{
	return ((struct file *)(void *)f)->under;
}

void
shim_plan(enum shim_call call, long n, enum shim_end end)
{
	shim.call = call;
	shim.at = n;
	shim.end = end;
	for (int i = 0; i < SHIM_CALLS; i++)
		atomic_store(&shim.count[i], 0);
}

long
shim_count(enum shim_call call)
{
	return atomic_load(&shim.count[call]);
}

/* Is it time?  For the ends that last, also at every later call of any kind. */
static bool
strikes(enum shim_call call)
{
	long n = atomic_fetch_add(&shim.count[call], 1) + 1;

	if (shim.at == 0)
		return false;
	if (call == shim.call && n == shim.at)
		return true;
	return (shim.end == SHIM_FULL || shim.end == SHIM_ERROR) &&
	       atomic_load(&shim.count[shim.call]) >= shim.at;
}

static int
on_write(sqlite3_file *f, const void *bytes, int n, sqlite3_int64 at)
{
	sqlite3_file *u = under(f);

	if (!strikes(SHIM_WRITE))
		return u->pMethods->xWrite(u, bytes, n, at);
	if (shim.end == SHIM_DIE_TORN)
		u->pMethods->xWrite(u, bytes, n / 2, at);
	if (shim.end == SHIM_DIE || shim.end == SHIM_DIE_TORN)
		_exit(SHIM_STATUS);
	return shim.end == SHIM_ERROR ? SQLITE_IOERR_WRITE : SQLITE_FULL;
}

static int
on_sync(sqlite3_file *f, int flags)
{
	sqlite3_file *u = under(f);

	if (!strikes(SHIM_SYNC))
		return u->pMethods->xSync(u, flags);
	if (shim.end == SHIM_DIE || shim.end == SHIM_DIE_TORN)
		_exit(SHIM_STATUS);
	return SQLITE_IOERR_FSYNC;
}

static int
on_close(sqlite3_file *f)
{
	int rc = under(f)->pMethods->xClose(under(f));

	sqlite3_free(((struct file *)(void *)f)->under);
	return rc;
}

static int
on_read(sqlite3_file *f, void *bytes, int n, sqlite3_int64 at)
{
	return under(f)->pMethods->xRead(under(f), bytes, n, at);
}

static int
on_truncate(sqlite3_file *f, sqlite3_int64 size)
{
	return under(f)->pMethods->xTruncate(under(f), size);
}

static int
on_size(sqlite3_file *f, sqlite3_int64 *size)
{
	return under(f)->pMethods->xFileSize(under(f), size);
}

static int
on_lock(sqlite3_file *f, int lock)
{
	return under(f)->pMethods->xLock(under(f), lock);
}

static int
on_unlock(sqlite3_file *f, int lock)
{
	return under(f)->pMethods->xUnlock(under(f), lock);
}

static int
on_reserved(sqlite3_file *f, int *out)
{
	return under(f)->pMethods->xCheckReservedLock(under(f), out);
}

static int
on_control(sqlite3_file *f, int op, void *arg)
{
	return under(f)->pMethods->xFileControl(under(f), op, arg);
}

static int
on_sector(sqlite3_file *f)
{
	return under(f)->pMethods->xSectorSize(under(f));
}

static int
on_device(sqlite3_file *f)
{
	return under(f)->pMethods->xDeviceCharacteristics(under(f));
}

static int
on_shm_map(sqlite3_file *f, int page, int size, int extend, void volatile **out)
{
	return under(f)->pMethods->xShmMap(under(f), page, size, extend, out);
}

static int
on_shm_lock(sqlite3_file *f, int offset, int n, int flags)
{
	return under(f)->pMethods->xShmLock(under(f), offset, n, flags);
}

static void
on_shm_barrier(sqlite3_file *f)
{
	under(f)->pMethods->xShmBarrier(under(f));
}

static int
on_shm_unmap(sqlite3_file *f, int delete)
{
	return under(f)->pMethods->xShmUnmap(under(f), delete);
}

static int
on_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *f, int flags, int *out)
{
	struct file *file = (struct file *)(void *)f;

	(void)vfs;
	file->base.pMethods = NULL;
	file->under = sqlite3_malloc(shim.under->szOsFile);
	int rc = shim.under->xOpen(shim.under, name, file->under, flags, out);
	if (rc == SQLITE_OK)
		file->base.pMethods = &shim.io;
	else
		sqlite3_free(file->under);
	return rc;
}

void
shim_install(void)
{
	if (shim.under != NULL)
		return;
	shim.under = sqlite3_vfs_find(NULL);
	shim.vfs = *shim.under;
	shim.vfs.zName = "shim";
	shim.vfs.szOsFile = sizeof(struct file);
	shim.vfs.xOpen = on_open;
	shim.io = (sqlite3_io_methods){ .iVersion = 2,
		.xClose = on_close,
		.xRead = on_read,
		.xWrite = on_write,
		.xTruncate = on_truncate,
		.xSync = on_sync,
		.xFileSize = on_size,
		.xLock = on_lock,
		.xUnlock = on_unlock,
		.xCheckReservedLock = on_reserved,
		.xFileControl = on_control,
		.xSectorSize = on_sector,
		.xDeviceCharacteristics = on_device,
		.xShmMap = on_shm_map,
		.xShmLock = on_shm_lock,
		.xShmBarrier = on_shm_barrier,
		.xShmUnmap = on_shm_unmap };
	sqlite3_vfs_register(&shim.vfs, 1);
}
