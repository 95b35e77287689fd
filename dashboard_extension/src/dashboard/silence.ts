/** Stands in for the SDK's logger `debug`, which would write staff tokens into the console on request. */
export default { debug: () => () => undefined };
