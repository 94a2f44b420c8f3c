package city.wayside.town.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.util.Map;

/// Where a command talks to: its three streams and the environment. Tests hand in their own.
///
/// @param in what is piped in
/// @param out results
/// @param err problems and progress
/// @param environment the environment variables
public record Terminal(
    BufferedReader in, PrintWriter out, PrintWriter err, Map<String, String> environment) {}
