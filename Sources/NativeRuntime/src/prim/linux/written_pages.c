/// Which pages were written, from Linux 6.7 on: a page that userfaultfd protects is unprotected by the kernel itself when
/// it is written (UFFD_FEATURE_WP_ASYNC), and PAGEMAP_SCAN finds these pages and protects them again. No signal is
/// involved, and system calls may write to protected pages.
#include "rt_prim.h"

#include <fcntl.h>
#include <linux/userfaultfd.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

// What the headers of older systems do not have.
enum {
  FEATURE_WP_ASYNC = 1 << 15,
  USER_MODE_ONLY = 1,
  CATEGORY_WRITTEN = 1 << 1,
  SCAN_PROTECTS_MATCHING = 1 << 0,
  SCAN_REQUIRES_ASYNC = 1 << 1,
};

typedef struct page_region {
  uint64_t start, end, categories;
} page_region;

typedef struct scan_arguments {
  uint64_t size, flags, start, end, walk_end, regions, region_count, max_pages;
  uint64_t category_inverted, category_mask, category_anyof_mask, return_mask;
} scan_arguments;

#define PAGEMAP_SCAN_REQUEST _IOWR('f', 16, scan_arguments)

static int fault_descriptor = -1, map_descriptor = -1;

static void give_up(void) {
  if (fault_descriptor >= 0) close(fault_descriptor);
  if (map_descriptor >= 0) close(map_descriptor);
  fault_descriptor = map_descriptor = -1;
}

/// Scans one region of pages; the result of the request.
static long scan(scan_arguments *arguments) { return ioctl(map_descriptor, PAGEMAP_SCAN_REQUEST, arguments); }

bool rt_prim_written_pages_start(void *start, size_t size) {
  fault_descriptor = (int)syscall(SYS_userfaultfd, O_CLOEXEC | O_NONBLOCK | USER_MODE_ONLY);
  map_descriptor = open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC);
  struct uffdio_api api = {.api = UFFD_API, .features = FEATURE_WP_ASYNC};
  struct uffdio_register range = {.range = {(uintptr_t)start, size}, .mode = UFFDIO_REGISTER_MODE_WP};
  scan_arguments probe = {
      .size = sizeof probe,
      .flags = SCAN_REQUIRES_ASYNC,
      .start = (uintptr_t)start,
      .end = (uintptr_t)start + 4096,
      .category_mask = CATEGORY_WRITTEN,
      .return_mask = CATEGORY_WRITTEN,
  };
  if (fault_descriptor >= 0 && map_descriptor >= 0 && ioctl(fault_descriptor, UFFDIO_API, &api) == 0 &&
      ioctl(fault_descriptor, UFFDIO_REGISTER, &range) == 0 && scan(&probe) >= 0)
    return true;
  give_up();
  return false;
}

void rt_prim_written_pages_watch(void *start, size_t size, bool watched) {
  struct uffdio_writeprotect request = {
      .range = {(uintptr_t)start, size},
      .mode = watched ? UFFDIO_WRITEPROTECT_MODE_WP : 0,
  };
  // Pages that could not be protected count as written.
  ioctl(fault_descriptor, UFFDIO_WRITEPROTECT, &request);
}

void rt_prim_written_pages(void *start, size_t size, bool watch_again, void (*visit)(char *start, char *end)) {
  page_region regions[64];
  scan_arguments arguments = {
      .size = sizeof arguments,
      .flags = watch_again ? SCAN_PROTECTS_MATCHING : 0,
      .start = (uintptr_t)start,
      .end = (uintptr_t)start + size,
      .regions = (uintptr_t)regions,
      .region_count = sizeof regions / sizeof regions[0],
      .category_mask = CATEGORY_WRITTEN,
      .return_mask = CATEGORY_WRITTEN,
  };
  while (arguments.start < arguments.end) {
    long count = scan(&arguments);
    if (count < 0) {
      visit((char *)(uintptr_t)arguments.start, (char *)(uintptr_t)arguments.end);
      return;
    }
    for (long i = 0; i < count; i++) visit((char *)(uintptr_t)regions[i].start, (char *)(uintptr_t)regions[i].end);
    arguments.start = arguments.walk_end;
  }
}
