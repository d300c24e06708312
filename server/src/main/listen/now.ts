/** This program stands beside the server, on the integrator's machine: receivers look at the time of a signature by its clock. */
export function now(): Date {
  return new Date()
}
