package city.wayside.edge.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/// One thread with several connections at a time. Each sends its stream as fast as it can, reads
/// what comes, and is followed by the next one when the server has ended it.
final class Attackers implements Runnable {

  private static final int CONNECTIONS = 8;
  private static final int READ_BYTES = 64 * 1024;
  private static final int WRITE_BYTES = 4 * 1024;
  private static final long WAIT_MS = 100;
  private static final long STUCK_MS = 30_000;
  private static final int PINGRESP = 0xD0;

  private final InetSocketAddress address;
  private final Stream streams;
  private final Counts counts;
  private final InstantSource clock;
  private final BooleanSupplier goesOn;
  private final ByteBuffer readBuffer = ByteBuffer.allocateDirect(READ_BYTES);

  Attackers(
      InetSocketAddress address,
      Stream streams,
      Counts counts,
      InstantSource clock,
      BooleanSupplier goesOn) {
    this.address = address;
    this.streams = streams;
    this.counts = counts;
    this.clock = clock;
    this.goesOn = goesOn;
  }

  /// One connection under way.
  private static final class Attack {
    private final ByteBuffer rest;
    private final Answers answers = new Answers();
    private long endsByMs = Long.MAX_VALUE;

    Attack(ByteBuffer stream) {
      this.rest = stream;
    }
  }

  /// Counts what comes, without looking into it.
  private static final class Answers {
    private int pongs;
    private int frames;
    private int skip;
    private int lengthPlace = -1;
    private int length;

    void take(ByteBuffer octets) {
      while (octets.hasRemaining()) {
        if (skip > 0) {
          int skipped = Math.min(skip, octets.remaining());
          octets.position(octets.position() + skipped);
          skip -= skipped;
        } else if (lengthPlace < 0) {
          frames++;
          pongs += (octets.get() & 0xFF) == PINGRESP ? 1 : 0;
          lengthPlace = 0;
          length = 0;
        } else {
          int octet = octets.get() & 0xFF;
          length |= (octet & 0x7F) << (7 * lengthPlace++);
          if (octet < 0x80) {
            skip = length;
            lengthPlace = -1;
          }
        }
      }
    }
  }

  @Override
  public void run() {
    try (Selector selector = Selector.open()) {
      for (int number = 0; number < CONNECTIONS; number++) {
        open(selector);
      }
      while (goesOn.getAsBoolean()) {
        selector.select(this::serve, WAIT_MS);
        replaceEnded(selector);
      }
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private void open(Selector selector) throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    // Ends without waiting in TIME_WAIT, for there are hundreds of thousands of them.
    channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    channel.configureBlocking(false);
    boolean isConnected = channel.connect(address);
    channel.register(
        selector,
        isConnected ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_CONNECT,
        new Attack(streams.next()));
    counts.connections().increment();
  }

  private void serve(SelectionKey key) {
    SocketChannel channel = (SocketChannel) key.channel();
    Attack attack = (Attack) key.attachment();
    try {
      if (key.isConnectable()) {
        channel.finishConnect();
        key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
      }
      if (key.isValid() && key.isReadable() && !read(channel, attack)) {
        end(key, attack);
      } else if (key.isValid() && key.isWritable()) {
        write(key, channel, attack);
      }
    } catch (IOException reset) {
      readRest(channel, attack);
      end(key, attack);
    }
  }

  /// What was answered before a connection was reset counts too.
  private void readRest(SocketChannel channel, Attack attack) {
    try {
      while (read(channel, attack) && readBuffer.limit() > 0) {
        // Until nothing is left.
      }
    } catch (IOException nothingLeft) {
      // That was all.
    }
  }

  private boolean read(SocketChannel channel, Attack attack) throws IOException {
    readBuffer.clear();
    int length = channel.read(readBuffer);
    attack.answers.take(readBuffer.flip());
    return length >= 0;
  }

  private void write(SelectionKey key, SocketChannel channel, Attack attack) throws IOException {
    ByteBuffer part = attack.rest.slice();
    part.limit(Math.min(WRITE_BYTES, part.limit()));
    int written = channel.write(part);
    attack.rest.position(attack.rest.position() + written);
    counts.octets().add(written);
    if (!attack.rest.hasRemaining()) {
      channel.shutdownOutput();
      attack.endsByMs = clock.millis() + STUCK_MS;
      key.interestOps(SelectionKey.OP_READ);
    }
  }

  private void end(SelectionKey key, Attack attack) {
    counts.packets().add((long) attack.answers.pongs * Stream.PACKETS_PER_PING);
    if (attack.answers.frames == 0) {
      counts.turnedAway().increment();
    } else if (!attack.rest.hasRemaining()) {
      counts.livedOn().increment();
    }
    key.cancel();
    try {
      key.channel().close();
    } catch (IOException alreadyClosed) {
      // It is closed all the same.
    }
  }

  private void replaceEnded(Selector selector) throws IOException {
    long nowMs = clock.millis();
    int living = 0;
    for (SelectionKey key : selector.keys()) {
      if (key.isValid() && ((Attack) key.attachment()).endsByMs < nowMs) {
        counts.stuck().increment();
        end(key, (Attack) key.attachment());
      } else if (key.isValid()) {
        living++;
      }
    }
    for (; living < CONNECTIONS && goesOn.getAsBoolean(); living++) {
      open(selector);
    }
  }
}
