/** Limits of the sign-in that the pages also tell people about. */
export const MIN_PASSWORD = 10;
export const MAX_PASSWORD = 128;

/** How long a sign-in link and a link for a new password are valid, in seconds. */
export const SIGN_IN_LINK_SECONDS = 15 * 60;
export const PASSWORD_LINK_SECONDS = 60 * 60;
