const CRASH =
  /^(?:panic: |fatal error: |Exception in thread "|Unhandled exception|Uncaught [A-Z]|thread '[^']{1,40}' panicked at )/;

/** Whether a line begins what a runtime itself writes when a program dies: no logger's record stands before it. */
export function beginsCrash(line: string): boolean {
  return CRASH.test(line);
}
