export { chromiumPlaces, findChromium } from '../adapters/browser-capture/find-chromium.ts';
