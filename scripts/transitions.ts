import { transitionsMarkdown } from './transitions-markdown.ts';

process.stdout.write(transitionsMarkdown());
