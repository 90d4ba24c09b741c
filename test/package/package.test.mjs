// What npm publishes, as its users get it: the packed files, imported through the package's own exports map.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { ensureDist } from '../../tools/ensure-dist.mjs';

const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url));
/** Inside the checkout, so that the package finds its dependencies there. */
const APP = join(CHECKOUT, '.cache/package-test');
const INSTALLED = join(APP, 'node_modules/zego-call');

let files;
let manifest;

before(async () => {
  await ensureDist();
  rmSync(APP, { recursive: true, force: true });
  mkdirSync(INSTALLED, { recursive: true });
  const packed = execFileSync('npm', ['pack', '--json', '--silent', '--pack-destination', APP], {
    cwd: CHECKOUT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const [{ filename, files: list }] = JSON.parse(packed);
  files = list.map(({ path }) => path);
  execFileSync('tar', ['-xzf', join(APP, filename), '-C', INSTALLED, '--strip-components=1']);
  ({ default: manifest } = await import(`${INSTALLED}/package.json`, { with: { type: 'json' } }));
});

describe('the packed files', () => {
  it('are the build, the manifest of the elements, and what npm always adds', () => {
    const others = files.filter(
      (file) => !/^(dist\/.+|(package|custom-elements)\.json|README\.md|LICENSE)$/.test(file),
    );
    assert.deepEqual(others, []);
  });

  it('include everything that package.json names', () => {
    const { exports, main, types, unpkg, jsdelivr, customElements } = manifest;
    const named = [main, types, unpkg, jsdelivr, customElements, manifest['web-types'], ...targets(exports)];
    const missing = named.filter((path) => !files.includes(path.replace('./', '')));
    assert.deepEqual(missing, []);
  });

  it('include the SDK and every engine beside the bundle', () => {
    for (const name of [
      'zego-call',
      'zego-engine',
      'local-engine',
      'simulated-engine',
      'zego-sdk',
      'zego-beauty',
      'zego-background',
    ]) {
      assert.ok(files.includes(`dist/${name}.js`), name);
    }
  });
});

describe('in Node, without a DOM', () => {
  for (const entry of ['zego-call', 'zego-call/define', 'zego-call/testing', 'zego-call/server']) {
    it(`imports ${entry}`, () => {
      const code = `if ('document' in globalThis) throw new Error('a DOM');
        console.log(JSON.stringify(Object.keys(await import('${entry}'))));`;
      const exported = JSON.parse(run(process.execPath, ['--input-type=module', '--eval', code]));
      assert.equal(exported.length > 0, entry !== 'zego-call/define', String(exported));
    });
  }
});

describe('in a bundler', () => {
  it('zego-call leaves nothing behind when nothing of it is used', async () => {
    assert.equal(await bundle(`import 'zego-call';`), '');
  });

  it('zego-call/define registers the tags', async () => {
    assert.match(await bundle(`import 'zego-call/define';`), /customElements\.define\(/);
  });
});

it('has types that a strict program can use', () => {
  writeFileSync(
    join(APP, 'app.ts'),
    `import 'zego-call/define';
     import { CallError } from 'zego-call';
     import * as testing from 'zego-call/testing';
     import { createToken04, type Token04Options } from 'zego-call/server';
     const call = document.createElement('zego-call');
     call.addEventListener('zego-error', ({ detail }) => detail.error satisfies CallError);
     const joined: Promise<void> = call.join();
     const options: Token04Options = { appId: 1, userId: 'ana', serverSecret: '', lifetime: 600, room: 'a' };
     const token: Promise<string> = createToken04({ ...options, privileges: { publish: false } });
     export { joined, testing, token };`,
  );
  for (const resolution of [
    ['--module', 'nodenext'],
    ['--module', 'esnext', '--moduleResolution', 'bundler'],
  ]) {
    const options = ['--ignoreConfig', '--noEmit', '--strict', '--target', 'es2022', ...resolution];
    run(process.execPath, [join(CHECKOUT, 'node_modules/typescript/bin/tsc'), ...options, 'app.ts']);
  }
});

function run(command, args) {
  try {
    return execFileSync(command, args, { cwd: APP, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    throw new Error(`${error.stdout}\n${error.stderr}`, { cause: error });
  }
}

async function bundle(code) {
  writeFileSync(join(APP, 'app.js'), code);
  const build = await rollup({
    input: join(APP, 'app.js'),
    external: /^(lit|@lit\/context|zego-express)/,
    plugins: [nodeResolve()],
  });
  const { output } = await build.generate({ format: 'es' });
  return output[0].code.trim();
}

function targets(exports) {
  return Object.values(exports).flatMap((target) =>
    typeof target === 'string' ? target : Object.values(target),
  );
}
