import { describe, expect, it } from 'vitest';
import { ConfigError, checkReach, readConfig } from '#server/config.ts';
import { isLoopback } from '#server/http/network.ts';

const SECRET = 'thirty-two characters at the least';

describe('the configuration', () => {
  it('the configuration is safe on one’s own machine when nothing is set', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 8787,
      dataDir: '.data',
      anyExtension: false,
      behindProxy: false,
      openWorkspaces: false,
    });
    expect(readConfig({ PORT: '', PUBLIC_URL: '' })).toMatchObject({ port: 8787, publicUrl: undefined });
  });

  it('the configuration reads what is set', () => {
    const config = readConfig({
      PORT: '9000',
      PUBLIC_URL: 'https://sideline.example/',
      EXTENSION_ORIGINS: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop, moz-extension://x-1',
      ANY_EXTENSION: '1',
    });
    expect(config).toMatchObject({ port: 9000, publicUrl: 'https://sideline.example', anyExtension: true });
    expect(config.extensionOrigins).toHaveLength(3);
  });

  it.each([
    [{ PORT: 'many' }, 'PORT: use a number'],
    [{ PORT: '70000' }, 'PORT: '],
    [{ PUBLIC_URL: 'sideline.example' }, 'PUBLIC_URL: use an address'],
    [{ PUBLIC_URL: 'ftp://sideline.example' }, 'PUBLIC_URL: use an address'],
    [{ SECRET: 'short' }, 'SECRET: use at least 32'],
    [{ EXTENSION_ORIGINS: 'https://evil.example' }, 'EXTENSION_ORIGINS: list origins'],
    [{ ANY_EXTENSION: 'perhaps' }, 'ANY_EXTENSION: use 1 or 0'],
    [{ HOST: '0.0.0.0' }, 'HOST: 0.0.0.0 can be reached from other machines'],
    [{ DATABASE_URL: 'mysql://localhost/sideline' }, 'DATABASE_URL: use an address like postgres://'],
    [{ DATABASE_URL: 'postgres://localhost/sideline' }, 'SECRET: with DATABASE_URL it has to be set'],
    [
      { DATABASE_URL: 'postgres://me:hush@db.example/sideline', SECRET },
      'DATABASE_URL: db.example is another machine',
    ],
    [
      { DATABASE_URL: 'postgres://db.example/sideline?sslmode=disable', SECRET },
      'DATABASE_URL: db.example is another',
    ],
    [{ DATABASE_POOL: '1' }, 'DATABASE_POOL: '],
    [{ HOST: '0.0.0.0', BEHIND_TLS_PROXY: '1' }, 'HOST: 0.0.0.0 can be reached'],
    [
      { HOST: '0.0.0.0', PUBLIC_URL: 'https://sideline.example', BEHIND_TLS_PROXY: '1' },
      'TRUSTED_PROXIES: with BEHIND_TLS_PROXY and HOST 0.0.0.0 say the address of the proxy',
    ],
    [{ HOST: '0.0.0.0', PUBLIC_URL: 'http://10.0.0.4' }, 'PUBLIC_URL: http://10.0.0.4 would send'],
    [{ PUBLIC_URL: 'http://sideline.example' }, 'PUBLIC_URL: http://sideline.example would send'],
    [{ TRUSTED_PROXIES: 'nginx' }, 'TRUSTED_PROXIES: list addresses'],
    [{ TRUSTED_PROXIES: '10.0.0.0/33' }, 'TRUSTED_PROXIES: list addresses'],
  ])('the configuration says what is wrong with %j', (env, message) => {
    expect(() => readConfig(env)).toThrow(ConfigError);
    expect(() => readConfig(env)).toThrow(message);
  });

  it('an error message never contains the password of the database', () => {
    const env = { DATABASE_URL: 'postgres://me:hush@db.example/sideline', SECRET };
    expect(() => readConfig(env)).not.toThrow('hush');
  });

  it.each([
    { DATABASE_URL: 'postgres://localhost/sideline', SECRET },
    { DATABASE_URL: 'postgresql:///sideline?host=/var/run/postgresql', SECRET },
    { DATABASE_URL: 'postgres://db.example/sideline?sslmode=verify-full', SECRET },
    { DATABASE_URL: 'postgres://db/sideline', DATABASE_PLAIN: '1', SECRET },
  ])('the configuration accepts the database of %j', env => {
    expect(readConfig(env)).toMatchObject({ databaseUrl: env.DATABASE_URL, databasePool: 10 });
  });

  it('the configuration names everything that is wrong at once', () => {
    expect(() => readConfig({ PORT: 'x', SECRET: 'y' })).toThrow(/PORT[\s\S]*SECRET/);
  });

  it.each([
    { HOST: '0.0.0.0', PUBLIC_URL: 'https://sideline.example' },
    {
      HOST: '10.0.0.4',
      PUBLIC_URL: 'https://sideline.example',
      BEHIND_TLS_PROXY: '1',
      TRUSTED_PROXIES: '10.0.0.2',
    },
    { PUBLIC_URL: 'http://localhost:9000' },
    { HOST: '127.8.8.8' },
    { HOST: '::1' },
    { HOST: 'localhost' },
  ])('the configuration accepts the addresses of %j', env => {
    expect(() => readConfig(env)).not.toThrow();
  });

  it.each(['127.0.0.1.evil.example', '0.0.0.0', '::', '192.168.0.1', 'localhost.evil.example'])(
    '%s is not one’s own machine',
    host => {
      expect(isLoopback(host)).toBe(false);
      expect(() => checkReach({ ...readConfig({}), host })).toThrow(ConfigError);
    },
  );
});
