/** The command: arguments and an outside world in, exit code out. */
export const main = async (): Promise<number> => 2
