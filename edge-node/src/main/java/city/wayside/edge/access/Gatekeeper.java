package city.wayside.edge.access;

import java.util.concurrent.CompletionStage;

/// Decides who comes in, and says when a client that is in must go.
public interface Gatekeeper extends AutoCloseable {

  /// Judges a client that connects. Never blocks.
  ///
  /// @return the answer, on any thread; never failed
  CompletionStage<Entry> admit(Presented presented);

  /// What transports ask while a handshake goes on.
  HandshakeDesk handshakes();

  /// Has an endpoint told of clients whose rights have changed since they came in. Called once for
  /// each endpoint.
  void watchOver(Guests guests);

  /// Ends the threads. Clients that wait for an answer then may get none.
  @Override
  void close();
}
