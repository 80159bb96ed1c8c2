import type { Family } from '../family.ts';

/** Error and application logs of web servers and proxies. */
export const PROXY_FAMILIES: readonly Family[] = [
  {
    name: 'nginx-error',
    layouts: [
      '{time} [{level}] {pid#}#{tid#}: *{connection#} {body}',
      '{time} [{level}] {pid#}#{tid#}: {body}',
    ],
    examples: [
      '2023/02/11 08:14:09 [error] 31#31: *117 connect() failed (111: Connection refused) while connecting to upstream, client: 10.2.0.17, server: shop.example, request: "GET /orders HTTP/1.1", upstream: "http://10.2.0.9:8080/orders", host: "shop.example"',
      '2023/02/11 08:14:09 [notice] 1#1: signal process started',
    ],
    service: 'nginx',
  },
  {
    name: 'apache-error',
    layouts: [
      '[{time}] [{component}:{level}] [pid {pid#}:tid {tid#}] [client {client}] {body}',
      '[{time}] [{component}:{level}] [pid {pid#}:tid {tid#}] {body}',
      '[{time}] [{component}:{level}] [pid {pid#}] [client {client}] {body}',
      '[{time}] [{component}:{level}] [pid {pid#}] {body}',
      '[{time}] [{level}] [client {client}] {body}',
      '[{time}] [{level}] {body}',
    ],
    examples: [
      '[Sat Feb 11 08:14:09.402948 2023] [proxy:error] [pid 31:tid 140112] [client 10.2.0.17:41022] AH00898: Error reading from remote server',
      '[Sat Feb 11 08:14:09.402948 2023] [mpm_event:notice] [pid 1:tid 140112] AH00489: Apache/2.4.55 configured',
      '[Sat Feb 11 08:14:09.402948 2023] [core:error] [pid 31] [client 10.2.0.17:41022] AH00126: Invalid URI in request',
      '[Sat Feb 11 08:14:09.402948 2023] [core:notice] [pid 1] AH00094: Command line: httpd',
      '[Mon Jan 09 05:11:23 2006] [error] [client 10.2.0.17] Directory index forbidden by rule: /var/www/html/',
      '[Mon Jan 09 05:11:23 2006] [notice] workerEnv.init() ok',
    ],
    looks: /^\[[A-Z]/,
    service: 'apache',
  },
  {
    name: 'envoy',
    layouts: [
      '[{time}][{thread#}][{level}][{component}] [{caller}] {body}',
      '[{time}][{thread#}][{level}][{component}] {body}',
    ],
    examples: [
      '[2023-02-11 08:14:09.402][17][warning][config] [source/common/config/grpc_stream.h:160] StreamAggregatedResources gRPC config stream closed',
      '[2023-02-11 08:14:09.402][17][info][main] starting main dispatch loop',
    ],
    service: 'envoy',
  },
];
