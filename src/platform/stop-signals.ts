import { constants } from 'node:os';

const STOP_SIGNALS = ['SIGTERM', 'SIGINT'] as const;

export interface StopOrders {
  readonly onStop: (signal: string) => void;
  /** Still here so long after the first signal: the process ends with exit code 1. */
  readonly deadlineMs: number;
  readonly onDeadline: () => void;
}

/**
 * Calls `onStop` at the first SIGTERM or SIGINT. A second one ends the process at once with 128 and the signal's number.
 * The function given back takes the orders away again.
 */
export function obeyStopSignals({ onStop, deadlineMs, onDeadline }: StopOrders): () => void {
  let deadline: NodeJS.Timeout | undefined;
  const obey = (signal: (typeof STOP_SIGNALS)[number]) => {
    if (deadline !== undefined) process.exit(128 + constants.signals[signal]);
    deadline = setTimeout(() => {
      onDeadline();
      process.exit(1);
    }, deadlineMs).unref();
    onStop(signal);
  };
  for (const signal of STOP_SIGNALS) process.on(signal, obey);
  return () => {
    for (const signal of STOP_SIGNALS) process.off(signal, obey);
  };
}

/** Calls `reload` at every SIGHUP, which would else end the process. The function given back takes the order away again. */
export function onReloadSignal(reload: () => void): () => void {
  process.on('SIGHUP', reload);
  return () => void process.off('SIGHUP', reload);
}
