import { browser } from 'wxt/browser';

/** Match patterns that the person granted, such as `https://crm.example/*`. */
export async function grantedSites(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter(origin => /^https?:/.test(origin));
}
