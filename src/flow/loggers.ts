/** Packages whose exports log, or make what logs. */
export const loggerPackage =
  /^(?:winston|pino|pino-http|pino-pretty|bunyan|log4js|loglevel|npmlog|signale|consola|tslog|roarr|debug|fancy-log|electron-log|lambda-log|@aws-lambda-powertools\/logger|@actions\/core|@clack\/prompts|@logtape\/logtape|loglayer|tracer|ololog|cabin|caterpillar|log-symbols|firebase-functions(?:\/logger)?|@middy\/[\w-]{0,80}logger|(?:node:)?util|@std\/log)(?:\/.*)?$/u;

/** Methods that print their arguments. */
export const logMethods: ReadonlySet<string> = new Set(
  (
    'log info warn warning error err debug trace verbose fatal silly http notice crit critical alert emerg emergency panic success fail failure start ' +
    'complete pending ready box wait await note watch fav star dir dirxml table group groupCollapsed assert timeLog write print printf echo security audit ' +
    'event message step outro intro cancel setFailed done succeed logAttrs input prompt data help silent'
  ).split(' '),
);

/** Methods that add their arguments to all later lines. */
export const contextMethods: ReadonlySet<string> = new Set(
  (
    'child appendKeys appendTemporaryKeys appendPersistentKeys addPersistentLogAttributes setPersistentLogAttributes persistentLogAttributes addContext setContext setBindings ' +
    'withContext withFields withMetadata with getSubLogger getChild assignContext logEventIfEnabled'
  ).split(' '),
);

/** Methods of a logger that give another one. */
export const loggerMakers: ReadonlySet<string> = new Set(
  'child scope with withContext withFields withMetadata withTag withError withScope getSubLogger getChild getLogger createLogger getInstance extend category interactive scope create of forContext instance'.split(' '),
);

/** A variable that logs, by the last of its words. */
export const isLoggerName = (name: string): boolean => /^(?:[\w$]*[a-z\d$_])?(?:Log|Logger|Logging|_log|_logger)$|^[_$#]?(?:log|logger|logging|loggers|LOG|LOGGER|Log|Logger|winston|pino|consola|signale|bunyan|npmlog|spinner)$/u.test(name);

/** A function that logs when it is called: `log('…')`, `debug('…')`. */
export const isLogFunctionName = (name: string): boolean => /^(?:log|logger|debug|debuglog|logDebug|logInfo|logWarn|logError|logMessage|logEvent|logger?(?:Info|Debug|Warn|Error)|printf?|println|fancyLog)$/u.test(name);
