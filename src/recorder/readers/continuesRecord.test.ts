import { expect, test } from 'vitest';
import { continuesRecord } from './continuesRecord.ts';

const JAVA = `java.lang.IllegalStateException: order 12 is closed
	at com.example.orders.Checkout.close(Checkout.java:81)
	at java.base/java.lang.Thread.run(Thread.java:833)
Caused by: java.sql.SQLTransientConnectionException: pool is exhausted
	... 12 more
... 4 common frames omitted
Suppressed: java.io.IOException: closed`;

const PYTHON = `Traceback (most recent call last):
  File "/srv/app/orders.py", line 81, in close
    raise Refused(order)
billing.errors.Refused: order 12
During handling of the above exception, another exception occurred:
requests.exceptions.ReadTimeout: no answer in 5 s
KeyError: 'order'
AssertionError
KeyboardInterrupt`;

const GO = `panic: runtime error: invalid memory address or nil pointer dereference
[signal SIGSEGV: segmentation violation code=0x1 addr=0x18 pc=0x6a2f1b]
goroutine 81 [running]:
net/http.(*conn).serve(0xc000118000, {0x7f2c40, 0xc000112040})
	/usr/local/go/src/net/http/server.go:1995 +0x612
main.(*Handler[...]).Close(...)
main.main()
created by net/http.(*Server).Serve
exit status 2`;

const DOTNET = `System.InvalidOperationException: Sequence contains no elements
   at System.Linq.ThrowHelper.ThrowNoElementsException()
 ---> System.IO.IOException: closed
--- End of inner exception stack trace ---
Unhandled exception. System.Exception: boom`;

const NODE = `TypeError: Cannot read properties of undefined (reading 'id')
    at close (/srv/app/orders.js:81:17)
    at process.processTicksAndRejections (node:internal/process/task_queues:95:5) {
  code: 'E_CLOSED'
}
node:internal/process/promises:288
Node.js v20.11.0`;

test.each(Object.entries({ JAVA, PYTHON, GO, DOTNET, NODE }))(
  'every line of a trace of %s continues a record',
  (_, trace) => {
    expect(trace.split('\n').filter(line => !continuesRecord(line))).toEqual([]);
  },
);

test.each([
  '2023-02-11 08:14:09 ERROR java.lang.IllegalStateException: order 12',
  'Error connecting to the database',
  'Feb 11 08:14:09 web-3 sshd[1187]: Accepted publickey',
  'started in 5.003 seconds',
  '{"level":"error","msg":"boom"}',
  'level=error msg=boom',
  'at 10:00 the deploy began',
  'GET /orders 200',
  '',
])('%s starts a record', line => {
  expect(continuesRecord(line)).toBe(false);
});

test('a very long line is judged at once', () => {
  const started = performance.now();
  for (const piece of ['a', 'a.', 'A', '(', '}', 'a/', '$', 'a::']) continuesRecord(piece.repeat(500_000));
  expect(performance.now() - started).toBeLessThan(1000);
});
