import { type Access, type App, type LogStream, openApp } from './open-app.ts';

/** Opens, works, closes; closes also when the work throws. */
export async function withApp<T>(access: Access, work: (app: App) => T | Promise<T>, logTo?: LogStream): Promise<T> {
  const app = openApp(access, logTo);
  try {
    return await work(app);
  } finally {
    app.close();
  }
}
