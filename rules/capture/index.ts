import { type VolatileTexts, volatileTexts, volatileTextsFile } from '../../core/capture/volatile-texts.ts';
import file from './volatile-texts.json' with { type: 'json' };

/** What of a page's text changes by itself, parsed once. */
export const volatilePageTexts: VolatileTexts = volatileTexts(volatileTextsFile.parse(file));
