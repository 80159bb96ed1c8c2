import { expect, it } from 'vitest';
import { createFinder } from '../finder.ts';
import { PERSONAL_RULES } from './pii.ts';

const find = createFinder(PERSONAL_RULES);

/** Ordinary telemetry, a line of every kind: nothing in it is personal, so nothing may be replaced. */
const lines = `
2024-03-11 09:14:02,118 INFO  [main] org.example.storage.BlockManager - Registered Block Manager BlockManagerId(driver, mesa-07, 41022)
2024-03-11T09:14:02.118734Z ERROR checkout-service Connection Closed by peer after 30000 ms (attempt 3 of 5)
Mar 11 09:14:02 web-03 sshd[24680]: pam_unix(sshd:session): session opened for user root by (uid=0)
Mar  1 00:00:07 web-03 CRON[1812]: (root) CMD (/usr/lib/sysstat/sa1 1 1)
Mar 11 09:14:05 web-03 kernel: [12345.678901] eth0: Link is Up - 1000Mbps Full Duplex
240311 091402 143 INFO dfs.DataNode$PacketResponder: PacketResponder 1 for block blk_4503599627370497 terminating
240311 091402 13 INFO dfs.FSNamesystem: BLOCK* NameSystem.addStoredBlock: blockMap updated, size 67108864
{"ts":1710148442118,"level":"warn","msg":"Slow query","duration_ms":1843,"rows":120044,"trace_id":"4bf92f3577b34da6a3ce929d0e0e4736"}
{"time":"2024-03-11T09:14:02Z","service":"Jordan","name":"GET /api/v1/orders","status":503,"host":"ip-node-7"}
{"level":"info","logger":"controller.Deployment","message":"Reconciling Deployment","name":"payments-api","namespace":"shop-prod"}
{"resource":{"service.name":"cart","service.version":"2.14.0.1"},"severityText":"Error","body":"Order Service Unavailable"}
I0311 09:14:02.118734       1 controller.go:114] Starting Horizontal Pod Autoscaler Controller
level=info ts=2024-03-11T09:14:02.118Z caller=main.go:512 component=rule.manager msg="Starting Rule Manager"
[Mon Mar 11 09:14:02 2024] [error] mod_jk child workerEnv in error state 6
[Mon Mar 11 09:14:02.118 2024] [notice] workerEnv.init() ok /etc/httpd/conf/workers2.properties
10:14:02.118 [http-nio-8080-exec-7] DEBUG o.s.w.s.DispatcherServlet - Completed 200 OK
java.lang.IllegalStateException: Session Manager not initialised
	at com.example.orders.OrderController.create(OrderController.java:118)
Caused by: com.example.Redis.ConnectException: Connection refused: cart-redis:6379
  File "/usr/lib/python3.11/site-packages/celery/app/trace.py", line 451, in trace_task
thread 'main' panicked at src/main.rs:42:13: called Option::unwrap() on a None value
std::vector<Foo::Bar> a::b add::dec c0ffee::1 in namespace ab::cd
goroutine 118 [running]: main.(*Server).Serve(0xc0000b2000, 0x7f3a)
GET /maps/api?v=1.2.3.4 HTTP/1.1 200 18433 "Mozilla/5.0 (X11; Linux x86_64) Chrome/120.0.6099.129 Safari/537.36"
listening on 0.0.0.0:8080 and 127.0.0.1:9090 and [::]:8443 and [::1]:53
image registry.example.com/shop/cart:1.24.0.3 sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
upgraded agent from version 7.50.3.1 to version 7.51.0.2
took 1234567 ms, offset 9007199254740993, pid 24680, port 54106, size 1073741824 bytes
epoch 1710148442 1710148442118 1710148442118734 1710148442118734000
uptime 12:34:56 load 0.18 0.22 0.31
request id 7d9f6b1c-2f5e-4c1a-9b7e-0a1b2c3d4e5f done in 12.118s
order 4111111111111112 shipped, invoice 2024-0311-0042, ticket 555-0100
Normal  Scheduled  3m12s  default-scheduler  Successfully assigned shop-prod/payments-api-6d4cf56db6-x7x2q to node-12
Warning BackOff kubelet Back-off restarting failed container in pod cart-0
Liveness probe failed: HTTP probe failed with statuscode: 503
Failed to pull image: rpc error: code = Unknown desc = Error response from daemon: Get timed out
node_cpu_seconds_total{cpu="0",mode="idle"} 1843.22 1710148442118
http_request_duration_seconds_bucket{le="0.25",path="/api/v1/orders"} 24054 1710148442118
user=root user=postgres user=svc-payments username=admin login=jenkins user_agent=curl/8.4.0
/home/ubuntu/app/current/log/production.log /home/runner/work/shop
Job 42 in Stage 7 failed: Lost Executor 3 (Remote RPC Client Disassociated)
Kafka Consumer Group rebalanced, Partition 12 assigned to Consumer 4
GC pause (G1 Evacuation Pause) (young) 118M->42M(512M) 12.118ms
Elected Leader for term 118, Raft Log Index 4503599, Snapshot Saved
commit 4bf92f3577b34da6a3ce929d0e0e4736a1b2c3d4 merge branch release/2.14
Test Suite 3 of 12 passed, Unit Tests 118 passed, Flat File written
failed at Line 45, Column 12; Node 5 is at 80 percent; Error Code 1045
temperature 21.50000,3.14159 ratio 0.99999
Deploy of checkout v2.14.0 to eu-west-1 finished on Friday, error rate down to 0.3 %
We rolled back the Checkout deploy and the Grafana panel went green.
Prometheus and Kafka were fine, but Redis in Frankfurt was slow in March.
`
  .split('\n')
  .filter(line => line.trim() !== '');

it.each(lines)('leaves %s', line => {
  expect(find(line).map(({ rule, value }) => `${rule.id}: ${value}`)).toEqual([]);
});
