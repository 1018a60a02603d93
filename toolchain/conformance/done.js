// The harness asks whether `$DONE` is a property of the global object, which functions of our scripts are not.
globalThis.$DONE = $DONE;
