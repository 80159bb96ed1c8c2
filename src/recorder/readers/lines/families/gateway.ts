import type { Attributes, ReadRecord } from '../../../../core/record.ts';
import type { Family } from '../family.ts';
import { levelOfStatus } from '../levelOfStatus.ts';

/** What all request logs share: method, path and status make the message, the status its level. */
function describeRequest(record: ReadRecord, attributes: Attributes): void {
  const status = Number(attributes.status ?? Number.NaN);
  if (Number.isInteger(status)) {
    attributes.status = status;
    record.level = levelOfStatus(status);
  }
  record.body = [attributes.method, attributes.path, attributes.status]
    .filter(part => part !== undefined)
    .join(' ');
}

function takeMilliseconds(record: ReadRecord, attributes: Attributes): void {
  describeRequest(record, attributes);
  const elapsed = Number(attributes.elapsed ?? Number.NaN);
  if (elapsed >= 0) record.durationUs = Math.round(elapsed * 1000);
  delete attributes.elapsed;
}

/** Load balancers of AWS give three parts of the time in seconds; −1 where a part did not happen. */
function takeParts(record: ReadRecord, attributes: Attributes): void {
  const rest = record.body;
  describeRequest(record, attributes);
  const parts = [attributes.waiting, attributes.target_time, attributes.answering]
    .map(Number)
    .filter(part => part >= 0);
  if (parts.length > 0) record.durationUs = Math.round(parts.reduce((sum, part) => sum + part) * 1e6);
  record.traceId ??= /Root=([\w-]+)/.exec(rest)?.[1];
}

/** Request and flow logs of gateways, balancers, proxies and clouds, whose fields stand in a fixed order. */
export const GATEWAY_FAMILIES: readonly Family[] = [
  {
    name: 'envoy-access',
    layouts: [
      '[{time}] "{method} {path} {protocol}" {status#} {flags} {bytes_in#} {bytes#} {elapsed#} {skip} {rest~}',
      '[{time}] "{method} {path} {protocol}" {status#} {flags} {details} {reason} "{failure~}" {bytes_in#} {bytes#} {elapsed#} {skip} {rest~}',
    ],
    examples: [
      '[2023-02-11T08:14:09.402Z] "GET /orders/81 HTTP/1.1" 503 UF 0 91 5003 - "-" "curl/7.88" "0f9d5c66" "shop.example" "10.2.0.9:8080"',
      '[2023-02-11T08:14:09.402Z] "POST /orders HTTP/2" 200 - via_upstream - "-" 34 366 12 11 "-" "curl/7.88" "0f9d5c66" "orders" "10.2.0.9:8080" outbound|80||orders.shop.svc.cluster.local',
    ],
    finish: takeMilliseconds,
  },
  {
    name: 'aws-alb',
    layouts: [
      '{scheme} {time} {balancer} {client} {target} {waiting} {target_time} {answering} {status} {target_status} {bytes_in#} {bytes#} "{method} {path} {protocol}" {body}',
    ],
    examples: [
      'https 2023-02-11T08:14:09.402948Z app/shop/50dc6c495c0c9188 10.2.0.17:41022 10.2.0.9:80 0.001 5.003 0.000 504 504 34 366 "GET https://shop.example:443/orders HTTP/1.1" "curl/7.88" ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 arn:aws:elasticloadbalancing:eu-central-1:1:targetgroup/shop/73e2 "Root=1-63e74e61-36d228ad5d99923122bbe354" "shop.example" "-" 0',
    ],
    looks: /^(?:https?|h2|grpcs|wss?) \d{4}-/,
    finish: takeParts,
  },
  {
    name: 'aws-elb',
    layouts: [
      '{time} {balancer} {client} {target} {waiting} {target_time} {answering} {status} {target_status} {bytes_in#} {bytes#} "{method} {path} {protocol}" {body}',
    ],
    examples: [
      '2023-02-11T08:14:09.402948Z shop 10.2.0.17:41022 10.2.0.9:80 0.000073 0.001048 0.000057 200 200 0 29 "GET http://shop.example:80/ HTTP/1.1" "curl/7.88" - -',
    ],
    finish: takeParts,
  },
  {
    name: 'aws-s3',
    layouts: [
      '{owner} {bucket} [{time}] {client} {requester} {request} {operation} {key} "{method} {path} {protocol}" {status} {code} {bytes} {size} {elapsed} {rest~}',
    ],
    examples: [
      '79a59df900b949e5 invoices [11/Feb/2023:08:14:09 +0000] 10.2.0.17 arn:aws:iam::1:user/app 3E57427F3EXAMPLE REST.GET.OBJECT 2023/02.pdf "GET /invoices/2023/02.pdf HTTP/1.1" 404 NoSuchKey 297 - 70 - "-" "aws-sdk/2" -',
    ],
    finish: takeMilliseconds,
  },
  {
    name: 'cloudfront',
    layouts: ['{time}\t{edge}\t{bytes}\t{client}\t{method}\t{vhost}\t{path}\t{status}\t{rest~}'],
    examples: [
      '2023-02-11\t08:14:09\tFRA2\t2390\t10.2.0.17\tGET\td111111abcdef8.cloudfront.net\t/index.html\t502\t-\tcurl/7.88',
    ],
    utc: 'by definition',
    finish: describeRequest,
  },
  {
    name: 'iis',
    layouts: [
      '{time} {server} {method} {path} {query} {port#} {user} {client} {agent} {referer} {status#} {substatus#} {win32#} {elapsed#}',
      '{time} {server} {method} {path} {query} {port#} {user} {client} {agent} {status#} {substatus#} {win32#} {elapsed#}',
    ],
    examples: [
      '2023-02-11 08:14:09 10.2.0.3 GET /orders page=2 443 - 10.2.0.17 Mozilla/5.0+(X11) https://shop.example/ 500 0 64 5003',
      '2023-02-11 08:14:09 10.2.0.3 GET /orders - 443 - 10.2.0.17 Mozilla/5.0+(X11) 200 0 0 12',
    ],
    utc: 'by definition',
    finish: takeMilliseconds,
  },
  {
    name: 'squid',
    layouts: ['{epoch} {elapsed#} {client} {result}/{status#} {bytes#} {method} {path} {rest~}'],
    examples: [
      '1676103249.402   5003 10.2.0.17 TCP_MISS/504 366 GET http://shop.example/orders - HIER_DIRECT/10.2.0.9 text/html',
    ],
    service: 'squid',
    finish: takeMilliseconds,
  },
  {
    name: 'vpc-flow',
    layouts: [
      '{version#} {account} {interface} {from} {to} {from_port} {to_port} {protocol} {packets} {bytes} {epoch} {until} {action} {status}',
    ],
    examples: [
      '2 123456789010 eni-1235b8ca1234 10.2.0.17 10.2.0.9 41022 5432 6 20 4249 1676103249 1676103309 REJECT OK',
    ],
    finish(record, attributes) {
      record.body = `${attributes.action} ${attributes.from}:${attributes.from_port} to ${attributes.to}:${attributes.to_port}`;
    },
  },
  {
    name: 'gin',
    layouts: ['[GIN] {time} | {status#} | {elapsed~} | {client~} | {method} "{path~}"'],
    examples: ['[GIN] 2023/02/11 - 08:14:09 | 503 |   12.402948ms |    10.2.0.17 | GET      "/orders/81"'],
    finish(record, attributes) {
      const milliseconds = /^([\d.]+)ms$/.exec(String(attributes.elapsed));
      const elapsed = attributes.elapsed;
      if (milliseconds !== null) attributes.elapsed = Number(milliseconds[1]);
      takeMilliseconds(record, attributes);
      if (record.durationUs === undefined && elapsed !== undefined) attributes.elapsed = elapsed;
    },
  },
  {
    name: 'django',
    layouts: [
      '[{time}] "{method} {path} {protocol}" {status#} {bytes}',
      '{level}: {client} - "{method} {path} {protocol}" {status#} {reason~}',
    ],
    examples: [
      '[11/Feb/2023 08:14:09] "GET /orders/ HTTP/1.1" 500 59',
      'INFO:     10.2.0.17:41022 - "GET /orders HTTP/1.1" 404 Not Found',
    ],
    finish: describeRequest,
  },
];
