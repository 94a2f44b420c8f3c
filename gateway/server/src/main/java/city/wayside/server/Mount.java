package city.wayside.server;

import io.vertx.ext.web.Router;

/// Routes of another process that are served on the same port, such as the pull feeds. What they do
/// not match goes on to the server's own routes, so several mounts may share a path.
///
/// @param path below which they are, beginning with `/` and without one at the end
/// @param router the routes, with paths relative to that one: `/` is the path with a slash
public record Mount(String path, Router router) {

  /// Refuses a path that would hide the server's own routes.
  public Mount {
    if (!path.startsWith("/") || path.endsWith("/")) {
      throw new IllegalArgumentException("mount path '%s'".formatted(path));
    }
  }
}
