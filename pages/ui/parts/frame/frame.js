// A frame of a fixed size, scaled down to the room there is, never up.

export default function ({ data, parentElement }) {
  const screen = parentElement.querySelector(".screen");
  const frame = screen?.querySelector("iframe");
  if (!frame || !data) return undefined;
  if (frame.dataset.address !== data.address) {
    frame.dataset.address = data.address;
    frame.src = data.address;
  }
  frame.title = data.alt;
  frame.style.width = `${data.width}px`;
  frame.style.height = `${data.height}px`;
  const fit = () => {
    const room = screen.parentElement.clientWidth - 2;
    const scale = Math.min(1, room / data.width);
    frame.style.transform = `scale(${scale})`;
    screen.style.width = `${data.width * scale}px`;
    screen.style.height = `${data.height * scale}px`;
  };
  const watcher = new ResizeObserver(fit);
  watcher.observe(screen.parentElement);
  fit();
  return () => watcher.disconnect();
}
