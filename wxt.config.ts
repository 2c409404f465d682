import { defineConfig } from 'wxt';

/**
 * The extension's manifest and build. Two things are deliberate:
 * - No host permission at install. WXT copies the `matches` of runtime-registered content scripts into required host
 *   permissions (wxt #2239); the hook below takes them out again, and a test reads the built manifest.
 * - A fixed `key`, so that the extension's id, and with it the server's allow-list, is the same in every Chromium.
 */
const PUBLIC_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAoc8wC0o5HqseGbnhEaDblnB5ZCoGY1DBsAH+QQ6W+BLFukmeMqk3aub5tHOzRY7A6ufMG73Tzr1e5tVUpcCnHIoWoqPpJt1EQSwpKE0+CCwCeaNnuTSMleArIL0Tl2VYM/4NAVnB2TULFeSPDL+UwAtKPaFwFyL4twGuTnucQvoCta0yPvEB0Q7MMwErPEbCUjg26gSngZn67+Dz5hJK15xF7QUZR9OK0dAii9ndpNuQsHEH1VPq/CGj5iBt5kDvr2YHFamj4TP3/p1HSuiy8iykqQnFX6EmfCG0HwCprH7mJyQrs+V1kpnDm5tYSJQMflgtjn3xqqS0kGppyd0vtQIDAQAB';
/** What Chromium makes of that key. */
const EXTENSION_ID = 'iefickocfipinncknccklkdbpgbhlglc';

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/i18n/module'],
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    ...(browser === 'firefox' ? {} : { key: PUBLIC_KEY, storage: { managed_schema: 'managed-schema.json' } }),
    permissions: [
      'activeTab',
      'scripting',
      'storage',
      'unlimitedStorage',
      'alarms',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    // Asked for at the switch in the settings, and nowhere else.
    optional_permissions: ['notifications'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    action: { default_title: '__MSG_actionTitle__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+S' } },
      'open-sidebar': {
        suggested_key: { default: 'Alt+Shift+N' },
        description: '__MSG_commandOpenSidebar__',
      },
      'mark-moment': {
        suggested_key: { default: 'Alt+Shift+M' },
        description: '__MSG_commandMark__',
      },
    },
    web_accessible_resources: [{ resources: ['panel.html', 'region.html'], matches: ['<all_urls>'] }],
    content_security_policy: {
      extension_pages: "script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'sideline@sideline.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '126' }),
  }),
  vite: () => ({
    // Chrome refuses a content script that holds a non-character such as U+FFFF ("isn't UTF-8 encoded"): escape them.
    build: { target: 'es2023', rolldownOptions: { output: { charset: 'ascii' as const } } },
    // Without host permissions the pages of a development build may load from its server only if that lets them.
    server: { cors: { origin: `chrome-extension://${EXTENSION_ID}` } },
  }),
  zip: { excludeSources: ['screenshots/**', 'dist/**', '.sites/**', '.data/**', 'coverage/**'] },
  hooks: {
    // What goes into pages has hard limits, and terser makes it smaller than the minifier that is quick.
    'vite:build:extendConfig': ([entrypoint], vite) => {
      if (
        ![
          'page',
          'tools',
          'media',
          'captions',
          'regions',
          'clips',
          'sight',
          'picking',
          'times',
          'frame',
          'frames',
        ].includes(entrypoint?.name ?? '')
      )
        return;
      vite.build = {
        ...vite.build,
        minify: 'terser',
        terserOptions: {
          ecma: 2020,
          compress: { passes: 2 },
          format: { ascii_only: true, comments: false },
        },
      };
    },
    'build:manifestGenerated': (_wxt, manifest) => {
      delete manifest.host_permissions;
      // Firefox would otherwise open the sidebar by itself at install; WXT writes the rest of this entry.
      const { sidebar_action: sidebar } = manifest as { sidebar_action?: { open_at_install?: boolean } };
      if (sidebar) sidebar.open_at_install = false;
    },
  },
});
