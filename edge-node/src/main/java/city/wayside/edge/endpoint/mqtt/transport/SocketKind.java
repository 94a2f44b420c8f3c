package city.wayside.edge.endpoint.mqtt.transport;

import io.netty.channel.EventLoop;
import io.netty.channel.IoEventLoop;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;

/// The sockets that an event loop can serve.
final class SocketKind {

  private SocketKind() {}

  /// The listening socket that fits an event loop.
  static ServerChannel listening(EventLoop loop) {
    return isEpoll(loop) ? new EpollServerSocketChannel() : new NioServerSocketChannel();
  }

  static boolean isEpoll(EventLoop loop) {
    return loop instanceof IoEventLoop io
        && Epoll.isAvailable()
        && io.isIoType(EpollIoHandler.class);
  }
}
