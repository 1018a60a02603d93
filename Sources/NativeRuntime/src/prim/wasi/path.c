/// Paths on WASI: there is no root and no working directory, only directories that the host opened for the program.
#include "wasi.h"

enum { FIRST_PREOPEN = 3, PREOPENS_MAX = 32, NAME_MAX_ = 512 };

static struct {
  char name[NAME_MAX_];
  size_t length;
} preopens[PREOPENS_MAX];
static int preopen_count = -1;

/// The working directory as the program sees it; "" until it is needed.
static char current[WASI_PATH_MAX];

static void find_preopens(void) {
  if (preopen_count >= 0) return;
  preopen_count = 0;
  for (int fd = FIRST_PREOPEN; preopen_count < PREOPENS_MAX; fd++) {
    __wasi_prestat_t stat;
    if (__wasi_fd_prestat_get(fd, &stat) != 0) return;
    size_t length = stat.u.dir.pr_name_len;
    if (length >= NAME_MAX_ || __wasi_fd_prestat_dir_name(fd, (uint8_t *)preopens[preopen_count].name, length) != 0) length = 0;
    // Some hosts count a final NUL; a final slash plays no role.
    while (length > 0 && preopens[preopen_count].name[length - 1] == 0) length--;
    while (length > 1 && preopens[preopen_count].name[length - 1] == '/') length--;
    preopens[preopen_count].name[length] = 0;
    preopens[preopen_count++].length = length;
  }
}

static int preopen_named(const char *name) {
  for (int i = 0; i < preopen_count; i++)
    if (strcmp(preopens[i].name, name) == 0) return FIRST_PREOPEN + i;
  return -1;
}

static const char *working_directory(void) {
  if (!current[0]) {
    const char *pwd = rt_prim_getenv("PWD");
    if (!pwd || pwd[0] != '/' || strlen(pwd) >= sizeof current) pwd = "/";
    memcpy(current, pwd, strlen(pwd) + 1);
  }
  return current;
}

/// Joins a path to the working directory and takes out "." and "..": 0 or -ENAMETOOLONG.
static int make_absolute(const char *path, char out[WASI_PATH_MAX]) {
  size_t length = 0;
  out[0] = 0;
  const char *parts[2] = {path[0] == '/' ? "" : working_directory(), path};
  for (int i = 0; i < 2; i++) {
    for (const char *p = parts[i]; *p;) {
      while (*p == '/') p++;
      size_t n = strcspn(p, "/");
      if (n == 2 && p[0] == '.' && p[1] == '.') {
        while (length > 0 && out[--length] != '/') {}
      } else if (n > 0 && !(n == 1 && p[0] == '.')) {
        if (length + n + 2 > WASI_PATH_MAX) return -RT_ENAMETOOLONG;
        out[length++] = '/';
        memcpy(out + length, p, n);
        length += n;
      }
      out[length] = 0;
      p += n;
    }
  }
  if (length == 0) memcpy(out, "/", 2);
  return 0;
}

int rt__wasi_resolve(const char *path, char buffer[WASI_PATH_MAX], wasi_path *result) {
  find_preopens();
  if (path[0] == 0) return -RT_ENOENT;
  int here = path[0] == '/' ? -1 : preopen_named(".");
  if (here >= 0 && !current[0]) {
    // A relative path below a directory that is opened as ".": as it is.
    if (strlen(path) >= WASI_PATH_MAX) return -RT_ENAMETOOLONG;
    memcpy(buffer, path, strlen(path) + 1);
    *result = (wasi_path){here, buffer};
    return 0;
  }
  char absolute[WASI_PATH_MAX];
  int error = make_absolute(path, absolute);
  if (error) return error;
  int best = -1;
  size_t best_length = 0;
  for (int i = 0; i < preopen_count; i++) {
    const char *name = preopens[i].name;
    size_t length = preopens[i].length;
    bool is_root = length == 1 && name[0] == '/';
    bool matches = is_root || (strncmp(absolute, name, length) == 0 && (absolute[length] == '/' || absolute[length] == 0));
    if (length > 0 && name[0] == '/' && matches && length >= best_length) {
      best = i;
      best_length = length;
    }
  }
  if (best < 0) return -RT_ENOENT;
  const char *rest = absolute + best_length;
  while (*rest == '/') rest++;
  if (!*rest) rest = ".";
  memcpy(buffer, rest, strlen(rest) + 1);
  *result = (wasi_path){FIRST_PREOPEN + best, buffer};
  return 0;
}

int rt_prim_getcwd(char *path, size_t size) {
  const char *directory = working_directory();
  size_t length = strlen(directory);
  if (length >= size) return -RT_ERANGE;
  memcpy(path, directory, length + 1);
  return 0;
}

int rt_prim_chdir(const char *path) {
  rt_prim_stat_data data;
  int error = rt_prim_stat(path, &data);
  if (error) return error;
  if ((data.mode & RT_S_IFMT) != RT_S_IFDIR) return -RT_ENOTDIR;
  char absolute[WASI_PATH_MAX];
  error = make_absolute(path, absolute);
  if (!error) memcpy(current, absolute, strlen(absolute) + 1);
  return error;
}

int rt_prim_realpath(const char *path, char *resolved, size_t size) {
  // Links are resolved by the host; only the names can be cleaned here.
  rt_prim_stat_data data;
  int error = rt_prim_stat(path, &data);
  if (error) return error;
  char absolute[WASI_PATH_MAX];
  error = make_absolute(path, absolute);
  if (error) return error;
  if (strlen(absolute) >= size) return -RT_ERANGE;
  memcpy(resolved, absolute, strlen(absolute) + 1);
  return 0;
}
