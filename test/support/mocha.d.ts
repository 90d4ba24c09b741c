/** The part of Mocha's globals that the tests use; the runner brings Mocha itself but no types. */
interface MochaContext {
  timeout(milliseconds: number): void;
}

declare function describe(title: string, body: (this: MochaContext) => void): void;
declare function it(title: string, body: (this: MochaContext) => void | Promise<void>): void;
declare function beforeEach(body: (this: MochaContext) => void | Promise<void>): void;
declare function afterEach(body: (this: MochaContext) => void | Promise<void>): void;
declare function before(body: (this: MochaContext) => void | Promise<void>): void;
declare function after(body: (this: MochaContext) => void | Promise<void>): void;
