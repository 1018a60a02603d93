/// The signals of Linux by name (https://nodejs.org/api/os.html#signal-constants).
// @optimize size
const numbers: { [name: string]: number } = {
  SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGILL: 4, SIGTRAP: 5, SIGABRT: 6, SIGIOT: 6, SIGBUS: 7, SIGFPE: 8, SIGKILL: 9,
  SIGUSR1: 10, SIGSEGV: 11, SIGUSR2: 12, SIGPIPE: 13, SIGALRM: 14, SIGTERM: 15, SIGCHLD: 17, SIGSTKFLT: 16, SIGCONT: 18,
  SIGSTOP: 19, SIGTSTP: 20, SIGTTIN: 21, SIGTTOU: 22, SIGURG: 23, SIGXCPU: 24, SIGXFSZ: 25, SIGVTALRM: 26, SIGPROF: 27,
  SIGWINCH: 28, SIGIO: 29, SIGPOLL: 29, SIGPWR: 30, SIGSYS: 31,
};

/// The number of a signal, or undefined.
export function signalNumber(name: any): any {
  return typeof name === "string" && Object.hasOwn(numbers, name) ? numbers[name] : undefined;
}

/// The first name of a number.
export function signalName(number: number): string {
  for (const name of Object.keys(numbers)) {
    if (numbers[name] === number) return name;
  }
  return "";
}

export function signalNames(): string[] {
  return Object.keys(numbers);
}
