package city.wayside.town.cli;

import java.io.PrintWriter;
import java.util.Map;

/// Where a command talks to: its two streams and the environment. Tests hand in their own.
///
/// @param out results
/// @param err problems and progress
/// @param environment the environment variables
public record Terminal(PrintWriter out, PrintWriter err, Map<String, String> environment) {}
