import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import { Architecture } from 'aws-cdk-lib/aws-lambda';
import { type BundledFiles, projectRoot } from '../constructs/function-code.ts';
import { Uses } from '../uses/uses.ts';
import type { FunctionUses } from './function-uses.ts';

export const brief = { timeout: Duration.seconds(30) } as const;
/** For steps that hold whole artefacts. */
export const heavy = { timeout: Duration.minutes(2), memorySize: 1024 } as const;

/** For the step that starts a browser: unpacked once it is 200 MB, and there is none for ARM. */
export const browsing = {
  timeout: Duration.minutes(2),
  memorySize: 2048,
  architecture: Architecture.X86_64,
} as const;

const CHROMIUM_DIR = '/var/task/chromium';

/**
 * What posts are written in beside the Latin, Greek and Cyrillic letters that the packed browser brings along. Its font settings look
 * into a folder of this name beside the code.
 */
const browserFonts = [
  { folder: 'node_modules/@expo-google-fonts/noto-emoji', paths: ['400Regular/NotoEmoji_400Regular.ttf'], to: 'fonts' },
  {
    folder: 'node_modules/@expo-google-fonts/noto-sans-arabic',
    paths: ['400Regular/NotoSansArabic_400Regular.ttf', '700Bold/NotoSansArabic_700Bold.ttf'],
    to: 'fonts',
  },
] as const;

/** The browser and what drives it, where they are installed; without them pages are captured by plain HTTP. */
export const browserFiles = (): readonly BundledFiles[] =>
  [
    { folder: 'node_modules/@sparticuz/chromium/bin', paths: ['.'], to: 'chromium' },
    { folder: 'node_modules/playwright-core', paths: ['.'], to: 'node_modules/playwright-core' },
    ...browserFonts,
  ].filter(({ folder }) => existsSync(join(projectRoot, folder)));

export const browses = () => new Uses({ CHROMIUM_DIR });

/** What every step does: reads the trail, appends to it, and brings the row up to it. */
export const writesCase = ({ tables }: FunctionUses) => tables.trail.append.and(tables.cases.project);

/** To open a task, set its timers and mail its link; or to pass on where it has ended already. */
export const opensTasks = (uses: FunctionUses) =>
  writesCase(uses)
    .and(uses.tables.tasks.write)
    .and(uses.tables.directory.read)
    .and(uses.tables.people.matchTag)
    .and(uses.keys.secrets)
    .and(uses.keys.mac)
    .and(uses.workflow.answer)
    .and(uses.timers)
    .and(uses.mail)
    .and(uses.site);

/** The fonts of the letters, as they lie in the bundle of a function. */
const FONT_DIR = '/var/task/fonts';
export const fonts = {
  folder: 'node_modules/@expo-google-fonts/noto-serif',
  paths: ['400Regular/NotoSerif_400Regular.ttf', '700Bold/NotoSerif_700Bold.ttf'],
  to: 'fonts',
} as const;

/** To print a letter, sign it, and sign for its hash. Filing it is another right, because some also read what they write from. */
export const printsLetters = (uses: FunctionUses) =>
  uses.keys.signer.and(uses.documentSigning).and(new Uses({ FONT_DIR }));
