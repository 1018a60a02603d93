/// What `process.exit` and the event `exit` share.
// @optimize size

/// `process.exitCode` as it was set, whether the listeners of `exit` are running, and what calls them if there are any: it
/// takes and gives a status.
export const exitState: { code: any; isExiting: boolean; emit: any } = { code: undefined, isExiting: false, emit: undefined };
