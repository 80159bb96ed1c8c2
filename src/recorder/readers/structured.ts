import type { Reader } from './reader.ts';

/** Telemetry and payload formats: OTLP, Prometheus, Jaeger, Zipkin, Kubernetes, alerts, chat, git, CI, CSV. */
export const STRUCTURED_READERS: readonly Reader[] = [];
