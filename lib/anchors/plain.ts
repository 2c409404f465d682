/** The value as it will be stored: plain JSON, without undefined properties. */
export function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}
