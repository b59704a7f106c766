"""Pictures that teach: what a submission does on the data of its task, drawn as SVG."""
