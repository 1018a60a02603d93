/// Starting child processes on Linux: vfork, so that it costs the same however large the program is.
#define _GNU_SOURCE
#include "rt_prim_child.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SIGNAL_COUNT = 32, DESCRIPTORS_MAX = 1024 };

/// The value of PATH among "NAME=value" texts.
static const char *search_path(const char **environment) {
  for (uint32_t i = 0; environment[i]; i++)
    if (strncmp(environment[i], "PATH=", 5) == 0) return environment[i] + 5;
  return "/usr/local/bin:/bin:/usr/bin";
}

/// What is written before vfork, since the child has the program's memory.
typedef struct plan {
  const rt_prim_child_options *options;
  const char **environment;
  const char **shell;    ///< the arguments for what the system cannot run by itself: the first two are still to be set
  char *candidate;       ///< room for a path
  int descriptors[DESCRIPTORS_MAX];
  volatile int error;    ///< why the program was not started
} plan;

/// Runs a file; like execvp, what has no known format is a script.
static void run_file(const plan *p, const char *path) {
  const rt_prim_child_options *o = p->options;
  execve(path, (char **)(uintptr_t)o->arguments, (char **)(uintptr_t)p->environment);
  if (errno != ENOEXEC) return;
  p->shell[0] = "/bin/sh";
  p->shell[1] = path;
  execve("/bin/sh", (char **)(uintptr_t)p->shell, (char **)(uintptr_t)p->environment);
}

/// Looks for the file where the child's PATH says; the error is that of the last place, but what may not be run counts more.
static void run(const plan *p) {
  const char *file = p->options->file;
  if (strchr(file, '/')) {
    run_file(p, file);
    return;
  }
  bool is_forbidden = false;
  const char *at = search_path(p->environment);
  for (;;) {
    const char *end = strchrnul(at, ':');
    size_t length = (size_t)(end - at);
    memcpy(p->candidate, at, length);
    if (length > 0) p->candidate[length++] = '/';
    strcpy(p->candidate + length, file);
    run_file(p, p->candidate);
    if (errno == EACCES) is_forbidden = true;
    else if (errno != ENOENT && errno != ENOTDIR && errno != ESTALE && errno != ENODEV && errno != ETIMEDOUT) return;
    if (!*end) break;
    at = end + 1;
  }
  if (is_forbidden) errno = EACCES;
}

/// Gives the child its descriptors; false with errno set.
static bool place_descriptors(plan *p) {
  int count = (int)p->options->descriptor_count;
  // What lies where another one is to be moves away first.
  for (int i = 0; i < count; i++) {
    int fd = p->descriptors[i];
    if (fd < 0 || fd >= i) continue;
    p->descriptors[i] = fcntl(fd, F_DUPFD_CLOEXEC, count);
    if (p->descriptors[i] < 0) return false;
  }
  for (int i = 0; i < count; i++) {
    int fd = p->descriptors[i];
    if (fd == RT_PRIM_CHILD_CLOSED) continue;
    if (fd == RT_PRIM_CHILD_NULL) {
      fd = open("/dev/null", (i == 0 ? O_RDONLY : O_RDWR) | O_CLOEXEC);
      if (fd < 0) return false;
    }
    if (fd == i) {
      if (fcntl(fd, F_SETFD, 0) < 0) return false;
    } else if (dup2(fd, i) < 0) {
      return false;
    }
    // Programs expect their standard streams to wait.
    int flags = i <= 2 ? fcntl(i, F_GETFL) : 0;
    if (flags & O_NONBLOCK) fcntl(i, F_SETFL, flags & ~O_NONBLOCK);
  }
  return true;
}

/// What the child does between vfork and its program. It shares the memory of the program, which waits.
static _Noreturn void become(plan *p) {
  const rt_prim_child_options *o = p->options;
  for (int signal = 1; signal < SIGNAL_COUNT; signal++) {
    if (signal == SIGKILL || signal == SIGSTOP) continue;
    sigaction(signal, &(struct sigaction){.sa_handler = SIG_DFL}, NULL);
  }
  sigset_t none;
  sigemptyset(&none);
  bool is_ready = (!o->is_detached || setsid() >= 0) && place_descriptors(p) && (!o->folder || chdir(o->folder) == 0);
  // Users are those of this process alone: the functions of the C library would tell the program's threads.
  if (is_ready && (o->user >= 0 || o->group >= 0)) syscall(SYS_setgroups, 0, NULL);
  if (is_ready && o->group >= 0) is_ready = syscall(SYS_setgid, (gid_t)o->group) == 0;
  if (is_ready && o->user >= 0) is_ready = syscall(SYS_setuid, (uid_t)o->user) == 0;
  if (is_ready) {
    sigprocmask(SIG_SETMASK, &none, NULL);
    run(p);
  }
  p->error = errno;
  _exit(127);
}

__attribute__((noinline)) static pid_t start(plan *p) {
  pid_t child = vfork();
  if (child == 0) become(p);
  return child;
}

int64_t rt_prim_child_start(const rt_prim_child_options *o, int *watch) {
  if (o->descriptor_count > DESCRIPTORS_MAX) return -EMFILE;
  uint32_t count = 0;
  while (o->arguments[count]) count++;
  plan p = {.options = o, .environment = o->environment ? o->environment : (const char **)(uintptr_t)environ};
  p.candidate = malloc(strlen(search_path(p.environment)) + strlen(o->file) + 2);
  p.shell = malloc((count + 3) * sizeof *p.shell);
  if (!p.candidate || !p.shell) {
    free(p.candidate);
    free(p.shell);
    return -ENOMEM;
  }
  if (count > 0) memcpy(p.shell + 2, o->arguments + 1, count * sizeof *p.shell);
  if (o->descriptor_count > 0) memcpy(p.descriptors, o->descriptors, o->descriptor_count * sizeof *p.descriptors);
  // No handler of ours may run in the child.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pid_t child = start(&p);
  int64_t result = child < 0 ? -errno : child;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  free(p.candidate);
  free(p.shell);
  if (child < 0) return result;
  if (p.error) {
    while (waitpid(child, NULL, 0) < 0 && errno == EINTR) continue;
    return -p.error;
  }
  *watch = (int)syscall(SYS_pidfd_open, child, 0);
  if (*watch >= 0) return result;
  // A child whose end nobody would see.
  result = -errno;
  kill(child, SIGKILL);
  while (waitpid(child, NULL, 0) < 0 && errno == EINTR) continue;
  return result;
}

bool rt_prim_child_status(int64_t process, int *status, int *signal) {
  int state;
  pid_t ended;
  do ended = waitpid((pid_t)process, &state, WNOHANG);
  while (ended < 0 && errno == EINTR);
  if (ended == 0) return false;
  // A program that ignores SIGCHLD has no states of its children.
  if (ended < 0) state = 0;
  *status = WIFEXITED(state) ? WEXITSTATUS(state) : 0;
  *signal = WIFSIGNALED(state) ? WTERMSIG(state) : 0;
  return true;
}

int rt_prim_child_pipe(int descriptors[2]) {
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, descriptors) != 0) return -errno;
  fcntl(descriptors[0], F_SETFL, O_NONBLOCK);
  return 0;
}

static void close_channel(rt_prim_child_channel *channel) {
  if (channel->fd >= 0) close(channel->fd);
  channel->fd = -1;
}

/// Makes room for more output; false without memory.
static bool reserve(rt_prim_child_channel *channel) {
  enum { FIRST = 64 << 10 };
  if (channel->output_capacity - channel->output_size >= FIRST / 2) return true;
  size_t capacity = channel->output_capacity ? channel->output_capacity * 2 : FIRST;
  uint8_t *grown = realloc(channel->output, capacity);
  if (!grown) return false;
  channel->output = grown;
  channel->output_capacity = capacity;
  return true;
}

static void fail(rt_prim_child_wait *wait, rt_prim_child_channel *channel, int error) {
  if (wait->channel_error == 0) wait->channel_error = -error;
  close_channel(channel);
}

static void write_input(rt_prim_child_wait *wait, rt_prim_child_channel *channel) {
  ssize_t count = send(channel->fd, channel->input, channel->input_size, MSG_NOSIGNAL | MSG_DONTWAIT);
  if (count >= 0) {
    channel->input += count;
    channel->input_size -= (size_t)count;
    if (channel->input_size == 0) shutdown(channel->fd, SHUT_WR);
  } else if (errno != EAGAIN && errno != EINTR) {
    // What the child does not want is no reason not to hear it.
    if (wait->channel_error == 0) wait->channel_error = -errno;
    channel->input_size = 0;
  }
}

/// Reads once: how many bytes.
static size_t read_output(rt_prim_child_wait *wait, rt_prim_child_channel *channel) {
  if (!reserve(channel)) {
    fail(wait, channel, ENOMEM);
    return 0;
  }
  ssize_t count = read(channel->fd, channel->output + channel->output_size, channel->output_capacity - channel->output_size);
  if (count > 0) {
    channel->output_size += (size_t)count;
    return (size_t)count;
  }
  if (count == 0) close_channel(channel);
  else if (errno == ECONNRESET) close_channel(channel);
  else if (errno != EAGAIN && errno != EINTR) fail(wait, channel, errno);
  return 0;
}

/// Ends a child for a reason; nobody listens to it any more.
static void give_up(rt_prim_child_wait *wait, rt_prim_child_channel *channels, uint32_t count, int error) {
  if (wait->error == 0) wait->error = -error;
  if (kill((pid_t)wait->process, wait->kill_signal) != 0 && errno != ESRCH) kill((pid_t)wait->process, SIGKILL);
  for (uint32_t i = 0; i < count; i++) close_channel(&channels[i]);
}

void rt_prim_child_wait_for(rt_prim_child_wait *wait, rt_prim_child_channel *channels, uint32_t count) {
  uint64_t end = wait->milliseconds ? rt_prim_monotonic_time() / 1000000 + wait->milliseconds : 0;
  struct pollfd *polled = calloc(count + 1, sizeof *polled);
  if (!polled) rt_prim_abort();
  double total = 0;
  bool is_running = true;
  for (uint32_t i = 0; i < count; i++)
    if (channels[i].fd >= 0 && channels[i].input_size == 0) shutdown(channels[i].fd, SHUT_WR);
  for (;;) {
    bool is_open = false;
    for (uint32_t i = 0; i < count; i++) {
      polled[i] = (struct pollfd){.fd = channels[i].fd, .events = POLLIN | (channels[i].input_size > 0 ? POLLOUT : 0)};
      is_open |= channels[i].fd >= 0;
    }
    polled[count] = (struct pollfd){.fd = is_running ? wait->watch : -1, .events = POLLIN};
    if (!is_running && !is_open) break;
    int timeout = -1;
    if (end) {
      uint64_t now = rt_prim_monotonic_time() / 1000000;
      timeout = now >= end ? 0 : end - now > INT32_MAX ? INT32_MAX : (int)(end - now);
    }
    int ready = poll(polled, count + 1, timeout);
    if (ready < 0) continue;
    if (end && rt_prim_monotonic_time() / 1000000 >= end) {
      end = 0;
      give_up(wait, channels, count, ETIMEDOUT);
    }
    for (uint32_t i = 0; i < count; i++) {
      if (channels[i].fd < 0 || polled[i].revents == 0) continue;
      if ((polled[i].revents & (POLLOUT | POLLERR)) && channels[i].input_size > 0) write_input(wait, &channels[i]);
      if (polled[i].revents & (POLLIN | POLLHUP | POLLERR)) total += (double)read_output(wait, &channels[i]);
      if (total > wait->output_limit && wait->output_limit >= 0) {
        end = 0;
        total = -1e308;
        give_up(wait, channels, count, ENOBUFS);
      }
    }
    if (is_running && polled[count].revents && rt_prim_child_status(wait->process, &wait->status, &wait->signal))
      is_running = false;
  }
  close(wait->watch);
  free(polled);
}
