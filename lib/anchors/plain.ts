/** As it will be stored: plain JSON, without what is undefined. */
export function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}
