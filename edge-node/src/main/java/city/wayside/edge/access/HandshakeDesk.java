package city.wayside.edge.access;

import city.wayside.model.client.PublicKeyPrint;
import city.wayside.model.client.SharedKey;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// What a transport asks while a handshake goes on, before there is a client to judge. Never
/// blocks; answers come on any thread, and are failed when the registry did not answer.
public interface HandshakeDesk {

  /// The shared key of the one client that has this identity; nothing when there is none, or there
  /// are several. A disabled client's key is told as well: that it is disabled it learns from
  /// [Gatekeeper#admit], once it has proved who it is.
  CompletionStage<Optional<SharedKey>> sharedKey(String identity);

  /// True when exactly one client has this key.
  CompletionStage<Boolean> isRegistered(PublicKeyPrint key);

  /// True when another handshake may begin from this address.
  ///
  /// @param address an IP address as text
  boolean mayTry(String address);

  /// A handshake from this address has failed at its proof. To be told of addresses only that have
  /// shown to be the sender's.
  void failed(String address);
}
