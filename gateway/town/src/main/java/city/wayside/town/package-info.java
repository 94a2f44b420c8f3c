/// Everything in one JVM: the command line, configuration, telemetry and the composition of roles.
/// The only module that reads the machine's clock and starts threads of a process.
