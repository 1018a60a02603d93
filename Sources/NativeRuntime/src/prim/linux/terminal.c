/// Terminals on Linux.
#include <errno.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>

#include "rt_prim.h"

uint32_t rt_prim_terminal_rows(int fd) {
  struct winsize size;
  return ioctl(fd, TIOCGWINSZ, &size) == 0 ? size.ws_row : 0;
}

/// The terminal whose settings were changed (-1: none), and what they were.
static int changed = -1;
static struct termios original;

static void restore(void) {
  if (changed >= 0) (void)tcsetattr(changed, TCSANOW, &original);
  changed = -1;
}

int rt_prim_terminal_set_raw(int fd, bool is_raw) {
  if (!is_raw) {
    if (changed == fd) restore();
    return 0;
  }
  struct termios settings;
  if (tcgetattr(fd, &settings) < 0) return -errno;
  if (changed < 0) {
    static bool is_registered;
    if (!is_registered) (void)atexit(restore);
    is_registered = true;
    original = settings;
    changed = fd;
  }
  settings.c_iflag &= ~(tcflag_t)(BRKINT | ICRNL | INPCK | ISTRIP | IXON);
  settings.c_oflag |= ONLCR;
  settings.c_cflag |= CS8;
  settings.c_lflag &= ~(tcflag_t)(ECHO | ICANON | IEXTEN | ISIG);
  settings.c_cc[VMIN] = 1;
  settings.c_cc[VTIME] = 0;
  return tcsetattr(fd, TCSADRAIN, &settings) < 0 ? -errno : 0;
}
