/** Bounds of the sign-in that the pages tell people too. */
export const MIN_PASSWORD = 10;
export const MAX_PASSWORD = 128;

/** How long a link by mail signs in, and how long one for a new password is good, in seconds. */
export const SIGN_IN_LINK_SECONDS = 15 * 60;
export const PASSWORD_LINK_SECONDS = 60 * 60;
