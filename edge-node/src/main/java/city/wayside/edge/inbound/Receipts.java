package city.wayside.edge.inbound;

import java.util.Arrays;

/// Which messages of which clients wait for the same batch: a growing list without an object per
/// message. Filled by one thread at a time, then handed over whole.
public final class Receipts {

  private static final int CAPACITY_AT_FIRST = 64;

  private Client[] clients = new Client[CAPACITY_AT_FIRST];
  private int[] messageIds = new int[CAPACITY_AT_FIRST];
  private int count;

  /// Adds one message.
  public void add(Client client, int messageId) {
    if (count == clients.length) {
      clients = Arrays.copyOf(clients, 2 * count);
      messageIds = Arrays.copyOf(messageIds, 2 * count);
    }
    clients[count] = client;
    messageIds[count++] = messageId;
  }

  /// How many messages.
  public int count() {
    return count;
  }

  /// The client of a receipt, by its place from 0.
  public Client client(int place) {
    return clients[place];
  }

  /// The message of a receipt, by its place from 0.
  public int messageId(int place) {
    return messageIds[place];
  }
}
