// A Node process that loads our modules, and does nothing with them.
import '../made-up-table.ts';
