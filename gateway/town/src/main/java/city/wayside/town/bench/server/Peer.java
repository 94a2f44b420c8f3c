package city.wayside.town.bench.server;

import java.io.IOException;
import java.util.Locale;

/// Servers of others that ours is compared with.
public enum Peer {
  /// Mosquitto, in C.
  MOSQUITTO("apt-get install mosquitto"),
  /// HiveMQ Community Edition, in Java.
  HIVEMQ(HiveMqContender.HOW_TO_GET);

  private final String howToGet;
  private final String word = name().toLowerCase(Locale.ROOT);

  Peer(String howToGet) {
    this.howToGet = howToGet;
  }

  /// Its name on the command line and in figures.
  public String word() {
    return word;
  }

  /// The command that installs it.
  public String howToGet() {
    return howToGet;
  }

  /// True where it is there.
  public boolean isInstalled() {
    return switch (this) {
      case MOSQUITTO -> MosquittoContender.isInstalled();
      case HIVEMQ -> HiveMqContender.isInstalled();
    };
  }

  /// Starts it.
  public Contender start(StartOptions options) throws IOException, InterruptedException {
    return switch (this) {
      case MOSQUITTO -> MosquittoContender.start(options);
      case HIVEMQ -> HiveMqContender.start(options);
    };
  }
}
