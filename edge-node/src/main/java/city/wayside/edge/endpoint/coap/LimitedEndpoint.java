package city.wayside.edge.endpoint.coap;

import org.eclipse.californium.core.coap.option.MapBasedOptionRegistry;
import org.eclipse.californium.core.coap.option.OptionRegistry;
import org.eclipse.californium.core.coap.option.StandardOptionRegistry;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.core.network.ExtendedCoapStackFactory;
import org.eclipse.californium.core.network.Outbox;
import org.eclipse.californium.core.network.RandomTokenGenerator;
import org.eclipse.californium.core.network.serialization.UdpDataSerializer;
import org.eclipse.californium.core.network.stack.BaseCoapStack;
import org.eclipse.californium.core.network.stack.CoapStack;
import org.eclipse.californium.core.network.stack.ExchangeCleanupLayer;
import org.eclipse.californium.core.network.stack.Layer;
import org.eclipse.californium.core.network.stack.ObserveLayer;
import org.eclipse.californium.core.observe.InMemoryObservationStore;
import org.eclipse.californium.elements.EndpointContextMatcher;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/// Californium's endpoint of one door, with bounds that it does not have by itself: on datagrams
/// that wait for a thread, on messages that are remembered, on payloads that come in blocks.
final class LimitedEndpoint extends CoapEndpoint {

  /// The options that are understood. A critical one that is not among them is refused (RFC 7252
  /// §5.4.1), OSCORE's and those of Q-Block too; Californium's own default takes any.
  private static final OptionRegistry OPTIONS =
      new MapBasedOptionRegistry(
          StandardOptionRegistry.IF_MATCH,
          StandardOptionRegistry.URI_HOST,
          StandardOptionRegistry.ETAG,
          StandardOptionRegistry.IF_NONE_MATCH,
          StandardOptionRegistry.URI_PORT,
          StandardOptionRegistry.LOCATION_PATH,
          StandardOptionRegistry.URI_PATH,
          StandardOptionRegistry.CONTENT_FORMAT,
          StandardOptionRegistry.MAX_AGE,
          StandardOptionRegistry.URI_QUERY,
          StandardOptionRegistry.ACCEPT,
          StandardOptionRegistry.LOCATION_QUERY,
          StandardOptionRegistry.PROXY_URI,
          StandardOptionRegistry.PROXY_SCHEME,
          StandardOptionRegistry.SIZE1,
          StandardOptionRegistry.OBSERVE,
          StandardOptionRegistry.BLOCK1,
          StandardOptionRegistry.BLOCK2,
          StandardOptionRegistry.SIZE2,
          StandardOptionRegistry.ECHO,
          StandardOptionRegistry.NO_RESPONSE,
          StandardOptionRegistry.REQUEST_TAG);

  private final CoapThreads threads;
  private final CoapCounts counts;
  private final int datagramsMax;

  /// An endpoint that has not started.
  static LimitedEndpoint of(
      Door door,
      CoapLimits limits,
      CoapSettings settings,
      CoapThreads threads,
      CoapCounts counts,
      Answers answers) {
    RandomTokenGenerator tokens = new RandomTokenGenerator(settings.ofMessages());
    MessageIds ids = new MessageIds(limits.peersMax());
    Exchanges exchanges = new Exchanges(door.name(), settings.ofMessages(), tokens, ids);
    exchanges.setDeduplicator(
        new LastMessages(limits.rememberedMax(), limits.rememberedMs(), ClockUtil::nanoRealtime));
    LimitedEndpoint endpoint =
        new LimitedEndpoint(
            door,
            limits,
            settings,
            threads,
            counts,
            tokens,
            exchanges,
            new Stacks(settings.ofBlocks(), door, answers, new Transfers(limits)));
    endpoint.setExecutors(threads, threads);
    return endpoint;
  }

  private LimitedEndpoint(
      Door door,
      CoapLimits limits,
      CoapSettings settings,
      CoapThreads threads,
      CoapCounts counts,
      RandomTokenGenerator tokens,
      Exchanges exchanges,
      Stacks stacks) {
    super(
        door.connector(),
        settings.ofMessages(),
        tokens,
        new InMemoryObservationStore(settings.ofMessages()),
        exchanges,
        door.matcher(),
        new UdpDataSerializer(),
        new StrictParser(OPTIONS),
        door.name(),
        stacks,
        null);
    this.threads = threads;
    this.counts = counts;
    this.datagramsMax = limits.datagramsMax();
  }

  /// Takes a datagram, unless too many wait: UDP has no other way to say so.
  @Override
  public void execute(Runnable task) {
    if (threads.waitingCount() >= datagramsMax) {
      counts.dropped(CoapCounts.Drop.NO_TIME);
      return;
    }
    super.execute(task);
  }

  /// Makes Californium's usual stack, whose layer for blocks has settings of its own.
  ///
  /// @param ofBlocks its settings
  /// @param door through which blocks come
  /// @param answers answers those that are not taken
  /// @param transfers those that are
  private record Stacks(Configuration ofBlocks, Door door, Answers answers, Transfers transfers)
      implements ExtendedCoapStackFactory {

    @Override
    public CoapStack createCoapStack(
        String protocol,
        String tag,
        Configuration settings,
        @Nullable EndpointContextMatcher matcher,
        Outbox outbox,
        @Nullable Object none) {
      return new Stack(settings, outbox, blocks(tag, matcher));
    }

    @Override
    @SuppressWarnings("deprecation") // Californium has endpoints call the other one.
    public CoapStack createCoapStack(
        String protocol, String tag, Configuration settings, Outbox outbox, @Nullable Object none) {
      return new Stack(settings, outbox, blocks(tag, null));
    }

    private Blocks blocks(String tag, @Nullable EndpointContextMatcher matcher) {
      return new Blocks(tag, ofBlocks, matcher, door, answers, transfers);
    }
  }

  private static final class Stack extends BaseCoapStack {
    Stack(Configuration settings, Outbox outbox, Blocks blocks) {
      super(outbox);
      setLayers(
          new Layer[] {
            new ExchangeCleanupLayer(settings),
            new ObserveLayer(settings),
            blocks,
            new Retransmissions(settings)
          });
    }
  }
}
