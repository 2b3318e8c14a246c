import { Hono } from 'hono';
import type { IntakeLimits } from '../../core/report.ts';
import type { BasePorts } from './base/call.ts';
import { assertDeclared } from './base/check-routes.ts';
import { mountRoutes } from './base/mount.ts';
import type { Route, RouteInfo } from './base/route.ts';
import type { Site } from './base/site.ts';
import { docsRoutes } from './public/docs-routes.ts';
import { followPages } from './public/follow-pages.ts';
import { mailSetupPages } from './public/mail-setup-pages.ts';
import type { PublicPorts } from './public/ports.ts';
import { reportPages } from './public/report-pages.ts';
import { reportRoutes } from './public/reports-api.ts';
import { type HealthCheck, type ReadAsset, siteRoutes } from './public/site-routes.ts';
import { type ReceiveUpload, uploadRoute } from './public/upload-route.ts';
import { verifyPages } from './public/verify-pages.ts';
import { staffRoutes } from './staff/case-routes.ts';
import type { StaffPorts } from './staff/ports.ts';

export type { AppConfig, AppLimits } from './base/config.ts';
export { defaultLimits } from './base/config.ts';
export type { Route } from './base/route.ts';
export type { ConsoleGate, Site } from './base/site.ts';
export type { PublicPorts } from './public/ports.ts';
export type { HealthCheck, ReadAsset } from './public/site-routes.ts';
export type { ReceiveUpload, UploadOutcome } from './public/upload-route.ts';
export { staffRoutes } from './staff/case-routes.ts';
export type { StaffPorts } from './staff/ports.ts';

export interface PublicParts {
  readonly limits: IntakeLimits;
  readonly readAsset: ReadAsset;
  /** Each must pass for the system to call itself healthy. */
  readonly health: readonly HealthCheck[];
  /** Absent where the evidence store takes uploads itself. */
  readonly receiveUpload?: ReceiveUpload | undefined;
}

const reporterRoutes = (parts: PublicParts): Route<PublicPorts>[] => [
  ...reportPages(parts.limits),
  ...followPages(parts.limits),
  ...mailSetupPages,
  ...verifyPages,
  ...reportRoutes(parts.limits),
  ...(parts.receiveUpload === undefined ? [] : [uploadRoute(parts.receiveUpload)]),
  ...siteRoutes(parts),
];

/** Everything that needs no account, and the description of the whole API with it. */
export const publicRoutes = (parts: PublicParts): Route<PublicPorts>[] => {
  const routes = reporterRoutes(parts);
  const table: readonly RouteInfo[] = [...routes, ...staffRoutes];
  return [...routes, ...docsRoutes(() => table)];
};

/** An app of a table of routes; it answers nothing that the table does not declare. @throws RangeError */
export const createSite = <P extends BasePorts>(routes: readonly Route<P>[], site: Site<P>): Hono => {
  const app = new Hono({ strict: false });
  mountRoutes(app, routes, site);
  assertDeclared(app, routes);
  return app;
};

export interface AppOptions<P extends PublicPorts & StaffPorts> extends Site<P>, Omit<PublicParts, 'limits'> {
  /** Task pages, console, and what only one machine has. */
  readonly extraRoutes?: readonly Route<P>[];
}

/** The whole HTTP application in one. @throws RangeError where a route does not declare what it must */
export const createApp = <P extends PublicPorts & StaffPorts>(options: AppOptions<P>): Hono => {
  const { extraRoutes = [], config } = options;
  const own = publicRoutes({ ...options, limits: config.limits.intake });
  return createSite<P>([...own, ...staffRoutes, ...extraRoutes], options);
};
