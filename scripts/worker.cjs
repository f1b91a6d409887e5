'use strict';
// dist/bin/worker.cjs: the first file of a worker thread; its bundle is loaded as the command's own are.
require('./paramguard.cjs').load('worker.cjs');
