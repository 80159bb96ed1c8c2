import { expect, test } from 'vitest';
import { familyOf } from './metricFamilies.ts';

test.each([
  ['CpuUsageRate(%)', 'cpu'],
  ['container_cpu_usage_seconds_total', 'cpu'],
  ['container_cpu_cfs_throttled_periods_total', 'cpu throttling'],
  ['node_load1', 'cpu'],
  ['CPUUtilization', 'cpu'],
  ['container_memory_working_set_bytes', 'memory'],
  ['jvm_gc_pause_seconds_sum', 'memory'],
  ['kube_pod_container_status_restarts_total', 'restarts'],
  ['node_filesystem_avail_bytes', 'disk'],
  ['DiskQueueDepth', 'disk'],
  ['NetworkP90(ms)', 'network latency'],
  ['PodServerLatencyP99(s)', 'latency'],
  ['http_request_duration_seconds', 'latency'],
  ['PodSuccessRate(%)', 'success rate'],
  ['http_5xx_errors', 'errors'],
  ['node_network_receive_drop_total', 'packet loss'],
  ['hikaricp_connections_pending', 'saturation'],
  ['NetworkReceiveBytes', 'traffic'],
  ['Throttles', 'throttling'],
  ['certificate_expiry_days', 'certificate'],
])('%s belongs to %s', (metric, family) => {
  expect(familyOf(metric).name).toBe(family);
});

test('a metric of the whole machine weighs less than one of the service', () => {
  expect(familyOf('NodeCpuUsageRate(%)').weight).toBeLessThan(familyOf('CpuUsageRate(%)').weight / 2);
});

test('a metric that no family knows still counts a little', () => {
  expect(familyOf('frobnications')).toMatchObject({ name: 'other', bad: 'both' });
});
