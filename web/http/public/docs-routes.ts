import { apiDocsPage } from '../../pages/api-docs.ts';
import { htmlAnswer, jsonAnswer } from '../base/answers.ts';
import { openApi } from '../base/open-api.ts';
import type { Route, RouteInfo } from '../base/route.ts';
import { routeDoc } from '../base/route-docs.ts';
import { type PublicPorts, publicRoute } from './ports.ts';

const isApi = ({ path }: RouteInfo): boolean => path.startsWith('/v1/');

/** The API as its table says: for programs and for people. */
export const docsRoutes = (table: () => readonly RouteInfo[]): Route<PublicPorts>[] => [
  publicRoute.public({
    method: 'GET',
    path: '/openapi.json',
    answers: 'json',
    summary: { id: 'Deskripsi OpenAPI 3.1', en: 'OpenAPI 3.1 description' },
    access: null,
    handle: (_input, { config }) =>
      jsonAnswer(openApi(table().filter(isApi), config.baseUrl), {
        headers: { 'Cache-Control': 'public, max-age=300' },
      }),
  }),
  publicRoute.public({
    method: 'GET',
    path: '/docs',
    answers: 'page',
    summary: { id: 'Dokumentasi API', en: 'API documentation' },
    access: null,
    handle: (_input, { frame, lang }) => {
      const routes = table()
        .filter(isApi)
        .map((route) => routeDoc(route, lang));
      return htmlAnswer(apiDocsPage({ frame, routes }, lang));
    },
  }),
];
